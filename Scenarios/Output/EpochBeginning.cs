namespace Sim.Scenarios.Output;

/// <summary>The key change that began an epoch. The jobs of the epoch share it, so that it lives as long as they do.</summary>
internal sealed class EpochBeginning(TimeSpan at)
{
    public TimeSpan At => at;

    /// <summary>True once a job of the epoch has started.</summary>
    public bool HasStarted { get; set; }
}
