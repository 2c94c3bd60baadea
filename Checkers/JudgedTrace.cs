using Sim.Actors.Tracing;
using Sim.Hardware.Crypto;
using Sim.Hardware.Engines;

namespace Sim.Checkers;

// The trace of a run that a bench alone watches.
internal sealed class JudgedTrace(Bench bench) : ITrace
{
    public bool IsEnabled => true;

    public void Record(TraceEvent happened) => bench.On(happened);

    public void RecordStart(long job, int engine, KeyCheckValue checkValue) => bench.Start(job, engine, checkValue);

    public void RecordSlot(in KeySlotDecision change) => bench.Change(change);
}
