using Sim.Hardware.Sessions;

namespace Sim.Testing.ContentProtection;

/// <summary>What became of a job.</summary>
/// <param name="Job">The job.</param>
/// <param name="Aborted">Why it was aborted; null: it was not.</param>
/// <param name="Refused">Why it was not accepted; null: it was.</param>
public sealed record JobOutcome(long Job, AbortReason? Aborted = null, JobRefusal? Refused = null)
{
    /// <summary>True when every byte was decrypted, with whatever key.</summary>
    public bool IsCompleted => Aborted is null && Refused is null;
}
