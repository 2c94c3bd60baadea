using Sim.Actors.Tracing;
using Sim.Checkers;
using Sim.Hardware.Crypto;
using Sim.Hardware.Engines;
using Sim.Hardware.Loss;
using Sim.Hardware.Resources;
using Sim.Hardware.Sessions;
using Xunit;

namespace Sim.Tests.Checkers;

/// <summary>
/// Hand-made events of a trace, short enough to read a run in one line; session 0, engine 0 and 16 bytes unless said
/// otherwise. The key of epoch n has check value n.
/// </summary>
internal static class Told
{
    public static KeyCheckValue Key(int epoch) => KeyCheckValue.Parse($"{epoch:x6}");

    public static TraceEvent Opened(int session = 0, string policy = "slots", int jobs = 4, int refreshes = 2) =>
        new SessionOpened(session, policy, new SessionLimits(jobs, refreshes));

    public static TraceEvent Closed(int session = 0) => new SessionClosed(session);

    public static TraceEvent KeyLost(int session = 0) => new SessionKeyLost(session);

    public static TraceEvent Asked(ProtectionEvent.Kinds how = ProtectionEvent.Kinds.Teardown) => new LossAsked(how);

    public static TraceEvent Entered(ProtectionPhase phase, int generation, uint content = 1) =>
        new ProtectionChanged(phase, generation, new SurfaceGeneration(content));

    public static TraceEvent Negotiated(long position, int epoch, int session = 0) =>
        new KeyNegotiated(session, position, epoch, Key(epoch));

    public static TraceEvent Started(int session = 0) => new RefreshStarted(session, default);

    public static TraceEvent Finished(long position, int epoch, int session = 0) =>
        new RefreshFinished(session, position, epoch);

    public static TraceEvent Switched(
        int epoch, int session = 0, int? key = null, SwitchReason reason = SwitchReason.Refreshed) =>
        new KeySwitched(session, epoch, Key(key ?? epoch), reason);

    public static TraceEvent Submitted(long job, long position, int epoch, int session = 0) =>
        new JobSubmitted(session, job, position, epoch, Bytes: 16);

    /// <summary>A job that uses blocks of its session key's stream.</summary>
    public static TraceEvent Streamed(
        long job, int epoch, ulong iv, ulong count = 0, ulong blocks = 1, int session = 0, bool contentKey = false) =>
        new JobSubmitted(
            session, job, Position: job, epoch, Bytes: 16, new KeystreamUse(contentKey, new AesCtrIv(iv, count), blocks));

    public static TraceEvent Dispatched(long job, int epoch, int slot = -1, int session = 0, int engine = 0) =>
        new JobDispatched(session, job, epoch, engine, slot);

    public static TraceEvent Began(long job, int key, int engine = 0) => new JobStarted(job, engine, Key(key));

    public static TraceEvent Completed(long job, int session = 0) => new JobCompleted(session, job, Engine: 0);

    public static TraceEvent Aborted(long job, int session = 0, AbortReason reason = AbortReason.EngineFault) =>
        new JobAborted(session, job, reason);

    public static TraceEvent Refused(long job, JobRefusal status) => new JobRefused(Session: 0, job, status);

    public static TraceEvent Hung(int engine, long job) => new EngineHung(engine, job);

    public static TraceEvent Reset(int engine, long? job) => new EngineReset(engine, job, AbortReason.EngineHung);

    public static TraceEvent Programmed(int slot, int session, int epoch) =>
        Slot(KeySlotDecision.Kinds.Programmed, slot, session, epoch);

    public static TraceEvent Granted(int slot, int session, int epoch) =>
        Slot(KeySlotDecision.Kinds.Granted, slot, session, epoch);

    public static TraceEvent Idled(int slot, int session, int epoch) =>
        Slot(KeySlotDecision.Kinds.Idled, slot, session, epoch);

    public static TraceEvent Zeroed(int slot, int session, int epoch) =>
        Slot(KeySlotDecision.Kinds.Zeroed, slot, session, epoch);

    /// <summary>Tells a property a whole run.</summary>
    public static T To<T>(this T property, params ReadOnlySpan<TraceEvent> run)
        where T : Property
    {
        foreach (var happened in run)
            property.On(happened);
        property.AtEnd();
        return property;
    }

    public static void IsHeld(this Property property)
    {
        Assert.Empty(property.Details);
        Assert.Equal(Verdict.Held, property.Verdict);
    }

    public static void IsNotReached(this Property property)
    {
        Assert.Empty(property.Details);
        Assert.Equal(Verdict.NotReached, property.Verdict);
    }

    /// <summary>Violated once, and the detail names what it should.</summary>
    public static void IsViolated(this Property property, string detail)
    {
        Assert.Contains(detail, Assert.Single(property.Details), StringComparison.Ordinal);
        Assert.Equal(Verdict.Violated, property.Verdict);
        Assert.Equal(1, property.Violations);
    }

    private static KeySlotChanged Slot(KeySlotDecision.Kinds kind, int slot, int session, int epoch) =>
        new(new KeySlotDecision(kind, slot, session, epoch));
}
