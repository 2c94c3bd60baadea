using Akka.Actor;

namespace Sim.Actors.Hosting;

/// <summary>Time since the start of a run, on the scheduler's clock.</summary>
/// <param name="time">The scheduler.</param>
public sealed class RunClock(ITimeProvider time)
{
    private readonly TimeSpan _start = time.HighResMonotonicClock;

    /// <summary>Time since this clock was made.</summary>
    public TimeSpan Now => time.HighResMonotonicClock - _start;
}
