namespace Sim.Hardware.Engines;

/// <summary>
/// How fast an engine is in virtual time: what each part of a job costs. A job takes its set-up, a session switch when the
/// engine's last job was another session's, the programming of its key when it is the first to use it where it now is, and
/// its blocks.
/// </summary>
/// <param name="JobSetUp">Set-up of a job, whatever its size.</param>
/// <param name="CyclesPerBlock">Clock cycles for 16 encrypted bytes, or for what a job has beyond a multiple of them; 0 or more.</param>
/// <param name="ClockHz">Clock cycles per second, 1 to <see cref="MaxClockHz"/>.</param>
/// <param name="SessionSwitch">Stalling the engine and selecting another session.</param>
/// <param name="KeyProgramming">Writing a key into a slot or a register.</param>
public sealed record EngineSpec(
    TimeSpan JobSetUp, int CyclesPerBlock, long ClockHz, TimeSpan SessionSwitch, TimeSpan KeyProgramming)
{
    /// <summary>The fastest clock. Up to it durations are exact in 64 bits.</summary>
    public const long MaxClockHz = 100_000_000_000;

    /// <summary>How long a job takes.</summary>
    /// <param name="blocks">Its encrypted bytes in blocks of 16, rounded up.</param>
    /// <param name="switchesSession">Whether the engine's last job was another session's, or there was none.</param>
    /// <param name="programsKey">Whether its key is written into a slot or a register first.</param>
    /// <param name="remainder">
    /// What the engine's jobs so far took beyond whole ticks of <see cref="TimeSpan"/>, in parts of which a tick has
    /// <see cref="ClockHz"/>; 0 before the first. It is carried on, so that many short jobs take exactly as long as they should.
    /// </param>
    /// <returns>The duration in whole ticks.</returns>
    public TimeSpan DurationOf(long blocks, bool switchesSession, bool programsKey, ref long remainder)
    {
        var (seconds, cycles) = DivRem(checked(blocks * CyclesPerBlock), ClockHz);
        (var ticks, remainder) = DivRem((cycles * TimeSpan.TicksPerSecond) + remainder, ClockHz);
        checked
        {
            ticks += JobSetUp.Ticks + (seconds * TimeSpan.TicksPerSecond);
            if (switchesSession)
                ticks += SessionSwitch.Ticks;
            if (programsKey)
                ticks += KeyProgramming.Ticks;
        }

        return new TimeSpan(ticks);
    }

    // A small job takes less than a second, and less than a tick beyond its set-up: then there is nothing to divide.
    private static (long Quotient, long Remainder) DivRem(long left, long right) =>
        left < right ? (0, left) : Math.DivRem(left, right);

    /// <summary>The spec as given, checked.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A duration or the cycles are below zero, or the clock is out of its range.</exception>
    public EngineSpec Checked()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(JobSetUp, TimeSpan.Zero, nameof(JobSetUp));
        ArgumentOutOfRangeException.ThrowIfLessThan(CyclesPerBlock, 0, nameof(CyclesPerBlock));
        ArgumentOutOfRangeException.ThrowIfLessThan(ClockHz, 1, nameof(ClockHz));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ClockHz, MaxClockHz, nameof(ClockHz));
        ArgumentOutOfRangeException.ThrowIfLessThan(SessionSwitch, TimeSpan.Zero, nameof(SessionSwitch));
        ArgumentOutOfRangeException.ThrowIfLessThan(KeyProgramming, TimeSpan.Zero, nameof(KeyProgramming));
        return this;
    }
}
