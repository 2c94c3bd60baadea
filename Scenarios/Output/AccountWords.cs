using System.Globalization;
using Sim.Actors.Tracing;

namespace Sim.Scenarios.Output;

/// <summary>What was recorded, in words. Keys appear as their check values.</summary>
internal static class AccountWords
{
    public static string Of(TraceEvent happened) => happened switch
    {
        SessionOpened e => Text($"session {e.Session} opened, policy {e.Policy}"),
        KeyNegotiated e => Text($"negotiated at {e.Position}: epoch {e.Epoch} begins, key {e.CheckValue}"),
        RefreshStarted => "refresh started",
        RefreshFinished e => Text($"refresh finished at {e.Position}: epoch {e.Epoch} begins"),
        KeySwitched e => Text($"barrier of epoch {e.Epoch} ends: {e.Reason}, key {e.CheckValue}"),
        JobSubmitted e => Text($"accepted job {e.Job} at {e.Position}, epoch {e.Epoch}"),
        JobDispatched { Slot: < 0 } e => Text($"job {e.Job} goes to engine {e.Engine}"),
        JobDispatched e => Text($"job {e.Job} goes to engine {e.Engine}, slot {e.Slot}"),
        JobStarted e => Text($"engine {e.Engine} starts job {e.Job}, key {e.CheckValue}"),
        JobCompleted e => Text($"job {e.Job} completed on engine {e.Engine}"),
        JobAborted e => Text($"job {e.Job} aborted: {e.Reason}"),
        JobRefused e => Text($"job {e.Job} refused: {e.Status}"),
        CallMisused e => Text($"misuse: {e.Call}, {e.Rule}"),
        SessionKeyLost e => Text($"key of session {e.Session} lost"),
        SessionClosed e => Text($"session {e.Session} closed"),
        KeySlotChanged e => Text($"slot {e.Change.Slot} {e.Change.Kind}: session {e.Change.Session}, epoch {e.Change.Epoch}"),
        PlaintextCompared { Mismatch: null } e => Text($"clear bytes of job {e.Job} are right"),
        PlaintextCompared e => Text($"clear bytes of job {e.Job} are wrong: {e.Mismatch}"),
        EngineHung e => Text($"engine {e.Engine} hangs with job {e.Job}"),
        EngineReset { Job: null } e => Text($"engine {e.Engine} is reset: {e.Reason}"),
        EngineReset e => Text($"engine {e.Engine} is reset and aborts job {e.Job}: {e.Reason}"),
        KeyMarkerMet e => Text($"engine {e.Engine} meets the marker of session {e.Session}, epoch {e.Epoch}"),
        _ => happened.GetType().Name,
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
