using Sim.Hardware.Crypto;
using Sim.Hardware.Engines;

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

    /// <summary>Records a <see cref="JobStarted"/>. It is told in its parts so that a trace whose listeners need no event makes none.</summary>
    void RecordStart(long job, int engine, KeyCheckValue checkValue) => Record(new JobStarted(job, engine, checkValue));

    /// <summary>Records a <see cref="KeySlotChanged"/>, in the same way.</summary>
    void RecordSlot(in KeySlotDecision change) => Record(new KeySlotChanged(change));
}
