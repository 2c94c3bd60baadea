namespace Sim.Hardware.Faults;

/// <summary>What goes wrong with one job at an engine.</summary>
/// <param name="Kind">What.</param>
/// <param name="Duration">For a hang or a slow job: how much longer it takes; <see cref="TimeSpan.MaxValue"/>: for ever.</param>
public readonly record struct EngineFault(EngineFaultKind Kind, TimeSpan Duration)
{
    /// <summary>Nothing goes wrong.</summary>
    public static EngineFault None => default;
}
