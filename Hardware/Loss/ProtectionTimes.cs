namespace Sim.Hardware.Loss;

/// <summary>How long an adapter's protection takes, on the scheduler's clock.</summary>
/// <param name="Termination">A teardown.</param>
/// <param name="Activation">Starting protection again.</param>
public sealed record ProtectionTimes(TimeSpan Termination, TimeSpan Activation)
{
    /// <summary>What it takes when nobody says otherwise: 50 ms each.</summary>
    public static ProtectionTimes Default { get; } = new(TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(50));

    /// <summary>How long a phase takes that is left by itself.</summary>
    public TimeSpan Of(ProtectionPhase phase) => phase == ProtectionPhase.Starting ? Activation : Termination;
}
