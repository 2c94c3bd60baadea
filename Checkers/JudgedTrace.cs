using Sim.Actors.Tracing;

namespace Sim.Checkers;

// The trace of a run that a bench alone watches.
internal sealed class JudgedTrace(Bench bench) : ITrace
{
    public bool IsEnabled => true;

    public void Record(TraceEvent happened) => bench.On(happened);
}
