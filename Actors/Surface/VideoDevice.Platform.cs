using Akka.Actor;
using Sim.Hardware.Ddi;
using Sim.Hardware.Loss;

namespace Sim.Actors.Surface;

// What happens to a device without its application's doing. Whoever plays the platform tells it; nothing is answered.
public static partial class VideoDevice
{
    /// <summary>Something that happens to a device. It does not wait for calls that wait for work.</summary>
    public abstract record PlatformEvent : INoSerializationVerificationNeeded
    {
        internal PlatformEvent()
        {
        }
    }

    /// <summary>HARDWARECONTENTPROTECTIONTEARDOWN. The adapter's every device must be told.</summary>
    /// <param name="Preemptive">It is about to happen, and nothing is lost yet.</param>
    /// <param name="ContentLost">Protected content is lost with the keys.</param>
    public sealed record Teardown(bool Preemptive, bool ContentLost) : PlatformEvent;

    /// <summary>The system suspends and resumes: keys in hardware are lost.</summary>
    public sealed record Suspend : PlatformEvent
    {
        /// <summary>The one instance.</summary>
        public static Suspend Instance { get; } = new();
    }

    /// <summary>A reset for work that did not go on. A device finds its own work's engine reset by itself.</summary>
    /// <param name="Kind">What was reset.</param>
    /// <param name="OwnWork">The work was this device's.</param>
    public sealed record Reset(ResetKind Kind, bool OwnWork) : PlatformEvent;

    /// <summary>The driver told a status from a void function (pfnSetErrorCb).</summary>
    public sealed record DriverErrorTold(DdiStatus Status) : PlatformEvent;

    /// <summary>GetDeviceRemovedReason.</summary>
    public sealed record GetDeviceRemovedReason : StatusCall;

    /// <summary>RegisterHardwareContentProtectionTeardownStatusEvent; hands out how many teardowns have happened.
    /// NOTAVAILABLE without the capability HARDWARE_TEARDOWN.</summary>
    public sealed record RegisterTeardownEvent : ValueCall<int>;

    /// <summary>Waits for a teardown; answered with <see cref="TornDown"/> after keys were lost. More than
    /// <see cref="MaxTeardownWaiters"/> at once are answered at once, with what has happened so far.</summary>
    /// <param name="Known">Teardowns that the caller knows of.</param>
    public sealed record WaitForTeardown(int Known) : INoSerializationVerificationNeeded;

    /// <summary>A teardown has happened, or the device is gone.</summary>
    /// <param name="Happened">Teardowns so far.</param>
    public sealed record TornDown(int Happened) : INoSerializationVerificationNeeded;

    /// <summary>Happenings of the platform that wait behind a call which is not answered yet. One more is unhandled.</summary>
    public const int MaxWaitingEvents = 1024;

    /// <summary>Those who may wait for a teardown at once.</summary>
    public const int MaxTeardownWaiters = 64;

    /// <summary>
    /// Gives the device and all its objects up, once: the first is answered with <see cref="Gone"/> when the last session has ended,
    /// another is unhandled. Calls that come after are answered as after a removal.
    /// </summary>
    public sealed record Release : INoSerializationVerificationNeeded
    {
        /// <summary>The one instance.</summary>
        public static Release Instance { get; } = new();
    }

    /// <summary>The device is given up; its actor stops.</summary>
    public sealed record Gone : INoSerializationVerificationNeeded
    {
        /// <summary>The one instance.</summary>
        public static Gone Instance { get; } = new();
    }
}
