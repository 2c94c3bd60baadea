using System.Globalization;
using Sim.Actors.Devices;
using Sim.Actors.Engines;
using Sim.Actors.Sessions;
using Sim.Hardware.Engines;
using Sim.Hardware.Sessions;
using Sim.Scenarios.Run;

namespace Sim.Scenarios.Explore;

/// <summary>
/// Names the messages of a scenario in one short line each, the same in every process. Numbers tell like messages apart; keys,
/// random numbers and bytes are never in it.
/// </summary>
public static class MessageNames
{
    /// <summary>Names a message; of one that is not known here, its type.</summary>
    public static string Of(object message) => message switch
    {
        DecryptionBlt blt => Text($"DecryptionBlt job {blt.Job}"),
        LatchedJob job => Text($"job {job.Job} of epoch {job.Epoch}"),
        JobEnded { Fault: null } ended => Text($"JobEnded job {ended.Job.Job}"),
        JobEnded ended => Text($"JobEnded job {ended.Job.Job}, {ended.Fault}"),
        KeyMarker marker => Text($"KeyMarker epoch {marker.Epoch} of session {marker.Session}"),
        KeyMarkerMet met => Text($"KeyMarkerMet epoch {met.Epoch}, engine {met.Engine}"),
        KeySlotGranted granted => Text($"KeySlotGranted epoch {granted.Epoch}, slot {granted.Slot}"),
        KeySlotWanted wanted => Text($"KeySlotWanted epoch {wanted.Epoch}"),
        EngineLost lost => Text($"EngineLost engine {lost.Engine}"),
        Device.AcquireKeySlot asked => Text($"AcquireKeySlot session {asked.Session}, epoch {asked.Epoch}"),
        Device.ReleaseKeySlot released => Text($"ReleaseKeySlot session {released.Session}, epoch {released.Epoch}"),
        Device.SessionCreated created => Text($"SessionCreated session {created.Session}"),
        CryptoSession.JobCompleted completed => Text($"JobCompleted job {completed.Job}"),
        ScriptJob completed => Text($"JobCompleted job {completed.Number}"),
        CryptoSession.JobAborted aborted => Text($"JobAborted job {aborted.Job}, {aborted.Reason}"),
        CryptoSession.JobRefused refused => Text($"JobRefused job {refused.Job}, {refused.Reason}"),
        CryptoSession.SessionKeyRefreshRefused refused => Text($"SessionKeyRefreshRefused {refused.Rule}"),
        FaultInjector.Strike strike => Text($"Strike {strike.Action} {strike.Target}"),
        CryptoSession.KeyExchanged exchanged => Text($"KeyExchanged {exchanged.Status}"),
        _ => message.GetType().Name,
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
