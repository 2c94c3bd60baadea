namespace Sim.Hardware.Engines;

/// <summary>
/// What the jobs of a load ask of a pool of like engines, on the average. From it follow, without a simulation, how busy the
/// engines are and how much they can take.
/// </summary>
/// <param name="BlocksPerJob">Encrypted blocks of 16 bytes, rounded up.</param>
/// <param name="SessionSwitchesPerJob">Share of jobs that find another session's job before them on their engine, 0 to 1.</param>
/// <param name="KeyProgrammingsPerJob">Share of jobs that write their key into a slot or a register first, 0 to 1.</param>
public readonly record struct EngineDemand(double BlocksPerJob, double SessionSwitchesPerJob, double KeyProgrammingsPerJob)
{
    /// <summary>Seconds of engine time that a job takes.</summary>
    /// <param name="spec">How fast an engine is.</param>
    public double SecondsPerJob(EngineSpec spec) =>
        spec.JobSetUp.TotalSeconds
        + (BlocksPerJob * spec.CyclesPerBlock / spec.ClockHz)
        + (SessionSwitchesPerJob * spec.SessionSwitch.TotalSeconds)
        + (KeyProgrammingsPerJob * spec.KeyProgramming.TotalSeconds);

    /// <summary>The share of the time that engines are busy when so many jobs arrive: arrivals x time per job / engines, at most 1.</summary>
    /// <param name="spec">How fast an engine is.</param>
    /// <param name="engines">How many there are, at least 1.</param>
    /// <param name="jobsPerSecond">Jobs that arrive in a second, 0 or more.</param>
    public double Utilisation(EngineSpec spec, int engines, double jobsPerSecond) =>
        Math.Min(1, jobsPerSecond * SecondsPerJob(spec) / engines);

    /// <summary>The saturation point: the jobs a second at which every engine is busy all the time.</summary>
    /// <param name="spec">How fast an engine is.</param>
    /// <param name="engines">How many there are, at least 1.</param>
    public double SaturationPerSecond(EngineSpec spec, int engines) => engines / SecondsPerJob(spec);
}
