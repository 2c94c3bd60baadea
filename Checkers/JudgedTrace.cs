using Sim.Actors.Tracing;
using Sim.Hardware.Crypto;
using Sim.Hardware.Engines;
using Sim.Hardware.Sessions;

namespace Sim.Checkers;

// The trace of a run that a bench alone watches.
internal sealed class JudgedTrace(Bench bench) : ITrace
{
    public bool IsEnabled => true;

    public void Record(TraceEvent happened) => bench.On(happened);

    public void RecordAcceptance(LatchedJob job) => bench.Accept(Submission.Of(job));

    public void RecordDispatch(LatchedJob job, int engine, int slot) =>
        bench.HandOut(new Dispatch(job.Session, job.Job, job.Epoch, engine, slot));

    public void RecordCompletion(LatchedJob job, int engine) => bench.Complete(new Completion(job.Session, job.Job, engine));

    public void RecordStart(long job, int engine, KeyCheckValue checkValue) => bench.Start(job, engine, checkValue);

    public void RecordSlot(in KeySlotDecision change) => bench.Change(change);
}
