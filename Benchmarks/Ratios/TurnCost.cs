namespace Sim.Benchmarks.Ratios;

/// <summary>What some work has cost the whole process.</summary>
/// <param name="Operations">How much work it was.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Processor">How long cores were busy with it, all of them together.</param>
/// <param name="Allocated">Bytes that were allocated, on whatever thread.</param>
internal readonly record struct TurnCost(long Operations, TimeSpan Elapsed, TimeSpan Processor, long Allocated)
{
    public double Rate => Operations / Elapsed.TotalSeconds;

    /// <summary>How many cores were at work, on average.</summary>
    public double Cores => Processor / Elapsed;

    public double AllocatedPerOperation => (double)Allocated / Operations;

    public static TurnCost operator +(TurnCost one, TurnCost other) => new(
        one.Operations + other.Operations,
        one.Elapsed + other.Elapsed,
        one.Processor + other.Processor,
        one.Allocated + other.Allocated);
}
