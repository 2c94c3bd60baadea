using System.Globalization;
using Sim.Actors.Devices;
using Sim.Actors.Sessions;
using Sim.Hardware.Engines;
using Sim.Hardware.Sessions;

namespace Sim.Testing.ContentProtection;

/// <summary>How the messages of a device are shown: numbers tell like ones apart; keys, random numbers and bytes are never in it.</summary>
internal static class ProtectionTexts
{
    public static string? Of(object message) => message switch
    {
        DecryptionBlt blt => Text($"DecryptionBlt job {blt.Job}"),
        LatchedJob job => Text($"job {job.Job}, epoch {job.Epoch}"),
        JobEnded { Fault: null } ended => Text($"job {ended.Job.Job} is done"),
        JobEnded ended => Text($"job {ended.Job.Job} is aborted: {ended.Fault}"),
        KeyMarker marker => Text($"marker of session {marker.Session}, epoch {marker.Epoch}"),
        KeyMarkerMet met => Text($"engine {met.Engine} met the marker of epoch {met.Epoch}"),
        KeySlotGranted granted => Text($"slot {granted.Slot} for epoch {granted.Epoch}"),
        KeySlotWanted wanted => Text($"the slot of epoch {wanted.Epoch} is wanted"),
        Device.AcquireKeySlot asked => Text($"session {asked.Session} needs a slot for epoch {asked.Epoch}"),
        Device.ReleaseKeySlot released => Text($"session {released.Session} releases the slot of epoch {released.Epoch}"),
        CryptoSession.SessionKeyRefreshStarted => nameof(CryptoSession.SessionKeyRefreshStarted),
        CryptoSession.SessionKeySwitched switched => Text($"key switched to epoch {switched.Epoch}: {switched.Reason}"),
        CryptoSession.JobCompleted completed => Text($"JobCompleted {completed.Job}"),
        CryptoSession.JobAborted aborted => Text($"JobAborted {aborted.Job}: {aborted.Reason}"),
        CryptoSession.JobRefused refused => Text($"JobRefused {refused.Job}: {refused.Reason}"),
        SessionEvent call => call.GetType().Name,
        _ when message.GetType().Namespace?.StartsWith("Sim.Actors", StringComparison.Ordinal) == true => message.GetType().Name,
        _ => null,
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
