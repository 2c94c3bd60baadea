using System.Diagnostics;

namespace Sim.Benchmarks.Ratios;

/// <summary>
/// How long a cache line takes from one core to another and back. On a virtual machine this is no constant: the host puts
/// the cores into one core complex or into two, and what actors tell each other costs three times as much in two.
/// </summary>
internal static class CoreDistance
{
    private const int RoundTrips = 1000;
    private const int Tries = 8;

    /// <summary>The shortest of several tries: in the others one of the threads had lost its core.</summary>
    public static double MeasureNanoseconds()
    {
        using var other = new Other();
        var best = TimeSpan.MaxValue;
        for (var i = 0; i < Tries; i++)
        {
            var start = Stopwatch.GetTimestamp();
            for (var trip = 0; trip < RoundTrips; trip++)
                other.Call();
            var elapsed = Stopwatch.GetElapsedTime(start);
            best = elapsed < best ? elapsed : best;
        }

        return best.TotalNanoseconds / RoundTrips;
    }

    private sealed class Other : IDisposable
    {
        private const int Idle = 0;
        private const int Called = 1;
        private const int Over = 2;

        private readonly Thread _thread;
        private volatile int _line;

        public Other()
        {
            _thread = new Thread(Answer) { IsBackground = true };
            _thread.Start();
        }

        public void Call()
        {
            _line = Called;
            while (_line != Idle)
            {
            }
        }

        public void Dispose()
        {
            _line = Over;
            _thread.Join();
        }

        private void Answer()
        {
            while (_line != Over)
            {
                if (_line == Called)
                    _line = Idle;
            }
        }
    }
}
