using Sim.Actors.Tracing;
using Sim.Hardware.Crypto;

namespace Sim.Checkers;

// A job that was accepted or handed out and has not ended: what happened to it, and what properties remember of it. What a trace says
// of jobs may be odd: one that nobody accepted is handed out, one is accepted twice, another session's job has the same number.
internal sealed class OpenJob : Row
{
    public enum Places
    {
        Held,
        Queued,
        Started,
    }

    // The one that handed it out last; before that, the one that accepted it.
    public OpenSession? Session { get; set; }

    public bool IsAccepted { get; private set; }

    public int AcceptedBy { get; private set; }

    public long Position { get; private set; }

    public bool IsHandedOut { get; private set; }

    public int HandedOutEpoch { get; private set; }

    public int Engine { get; private set; }

    // Of a job that was accepted: the key that an engine said it used, and which engine; forgotten when it is accepted again.
    public KeyCheckValue? Used { get; private set; }

    public int UsedBy { get; private set; }

    // Of a job that was accepted: since its acceptance.
    public Places Place { get; private set; }

    // Of EpochAtSubmission: the epoch of its acceptance.
    public KeyEpoch? Epoch { get; set; }

    // Of MonotonicFence: its place in an engine's line.
    public EngineLine? Line { get; set; }

    public long PlaceInLine { get; set; }

    // Of SlotFreedAfterLastUse.
    public OpenSlot? Slot { get; set; }

    // Of DrainOrder: where it is, and as a job of which epoch.
    public DrainOrder.Pipeline? Pipeline { get; set; }

    public int PipelineEpoch { get; set; }

    // A row is used for one job after another.
    public void Begin()
    {
        Session = null;
        (IsAccepted, IsHandedOut) = (false, false);
        (Epoch, Line, Slot, Pipeline) = (null, null, null, null);
    }

    public void Accept(in Submission submitted)
    {
        IsAccepted = true;
        (AcceptedBy, Position) = (submitted.Session, submitted.Position);
        (Used, UsedBy) = (null, -1);
        Place = Places.Held;
    }

    public void HandOut(in Dispatch dispatched)
    {
        IsHandedOut = true;
        (HandedOutEpoch, Engine) = (dispatched.Epoch, dispatched.Engine);
        Place = Places.Queued;
    }

    public void Start(int engine, KeyCheckValue checkValue)
    {
        if (!IsAccepted)
            return;
        (Used, UsedBy) = (checkValue, engine);
        Place = Places.Started;
    }
}
