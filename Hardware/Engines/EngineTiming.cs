using Sim.Hardware.Sessions;

namespace Sim.Hardware.Engines;

/// <summary>The durations of one engine's jobs, in the order in which it begins them. It outlives a reset of the engine.</summary>
/// <param name="spec">How fast the engine is.</param>
public struct EngineTiming(EngineSpec spec)
{
    private const int NoSession = -1;

    private readonly EngineSpec _spec = spec.Checked();
    private int _session = NoSession;
    private long _remainder;

    /// <summary>How long the job takes that the engine begins now.</summary>
    /// <param name="job">The job.</param>
    /// <param name="programsKey">Whether its key is written into a slot or a register first.</param>
    public TimeSpan Next(LatchedJob job, bool programsKey)
    {
        var duration = _spec.DurationOf((long)job.Blocks, job.Session != _session, programsKey, ref _remainder);
        _session = job.Session;
        return duration;
    }
}
