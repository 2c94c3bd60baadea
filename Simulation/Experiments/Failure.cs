namespace Sim.Simulation.Experiments;

/// <summary>Something is wrong.</summary>
/// <param name="Property">Name of what does not hold.</param>
/// <param name="Detail">Who, where and what, in one line.</param>
public sealed record Failure(string Property, string Detail)
{
    /// <summary>The schedule came to its bound without ending: actors that never come to rest, or a bound that is too low.</summary>
    public const string StepLimit = nameof(StepLimit);

    /// <summary>Code that runs outside an actor's supervision threw.</summary>
    public const string UnhandledException = nameof(UnhandledException);
}
