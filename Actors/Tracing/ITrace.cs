using Sim.Hardware.Crypto;
using Sim.Hardware.Engines;
using Sim.Hardware.Sessions;

namespace Sim.Actors.Tracing;

/// <summary>Where actors record what happens.</summary>
public interface ITrace
{
    /// <summary>False when nobody listens: then make no event at all.</summary>
    bool IsEnabled { get; }

    /// <summary>
    /// Records an event; every listener has seen it when the call returns. Safe to call from several threads: all
    /// listeners see all events in one order, which respects causality.
    /// </summary>
    void Record(TraceEvent happened);

    /// <summary>Records a <see cref="JobSubmitted"/>. What happens most is told in its parts, so that a trace whose listeners need no event makes none.</summary>
    void RecordAcceptance(LatchedJob job) =>
        Record(new JobSubmitted(job.Session, job.Job, job.Position, job.Epoch, job.Blt.Source.Length, job.Keystream));

    /// <summary>Records a <see cref="JobDispatched"/>, in the same way.</summary>
    void RecordDispatch(LatchedJob job, int engine, int slot) =>
        Record(new JobDispatched(job.Session, job.Job, job.Epoch, engine, slot));

    /// <summary>Records a <see cref="JobCompleted"/>, in the same way.</summary>
    void RecordCompletion(LatchedJob job, int engine) => Record(new JobCompleted(job.Session, job.Job, engine));

    /// <summary>Records a <see cref="JobStarted"/>, in the same way.</summary>
    void RecordStart(long job, int engine, KeyCheckValue checkValue) => Record(new JobStarted(job, engine, checkValue));

    /// <summary>Records a <see cref="KeySlotChanged"/>, in the same way.</summary>
    void RecordSlot(in KeySlotDecision change) => Record(new KeySlotChanged(change));
}
