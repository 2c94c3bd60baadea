using System.Diagnostics;

namespace Sim.Actors.Hosting;

/// <summary>Real time, for telling how long something took: nothing that is simulated may depend on it.</summary>
public sealed class WallClock
{
#pragma warning disable RS0030 // The one place above the runtime that reads a wall clock.
    private readonly long _start = Stopwatch.GetTimestamp();

    /// <summary>Time since this clock was made.</summary>
    public TimeSpan Now => Stopwatch.GetElapsedTime(_start);
#pragma warning restore RS0030
}
