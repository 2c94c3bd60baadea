using Akka.Actor;
using Sim.Actors.Hosting;
using Sim.Actors.Tracing;
using Sim.Hardware.Ddi;
using Sim.Hardware.Surface;

namespace Sim.Actors.Surface;

/// <summary>
/// Protocol of a video device: what an application reaches through ID3D11VideoDevice and ID3D11VideoContext. It takes
/// <see cref="Call"/>s one after the other, as a device context does, and gives each exactly one answer, in order. Calls
/// bring memory of their caller, so none of these messages ever leaves the process. Jobs and keys go to crypto sessions of the adapter (<see cref="Sessions.CryptoSession"/>). A call waits while one before
/// it waits: for its session's answer, for a surface that an engine still uses, or for room in its session.
/// </summary>
public static partial class VideoDevice
{
    /// <summary>A call. Memory that it carries belongs to the device until the answer has come, or until the work that
    /// it began has ended.</summary>
    public abstract record Call : INoSerializationVerificationNeeded
    {
        private protected Call()
        {
        }

        /// <summary>The function of the surface; null for one that only surrounds it (surfaces, decoders'
        /// creation).</summary>
        public virtual SurfaceFunction? Function => null;

        internal DdiStatus WhenFull => Function is { } one ? SurfaceStatuses.WhenFull(one) : DdiStatus.OutOfMemory;

        internal abstract object Answered(DdiStatus status);
    }

    /// <summary>A call that answers nothing; <see cref="Returned"/> says that the device has taken it.</summary>
    public abstract record VoidCall : Call
    {
        private protected VoidCall()
        {
        }

        internal sealed override object Answered(DdiStatus status) => Returned.Instance;
    }

    /// <summary>A call that answers a status: <see cref="Answer"/>.</summary>
    public abstract record StatusCall : Call
    {
        private protected StatusCall()
        {
        }

        internal sealed override object Answered(DdiStatus status) => new Answer(status);
    }

    /// <summary>A call that answers a status and hands something out: <see cref="Answer{T}"/>.</summary>
    /// <typeparam name="T">What it hands out.</typeparam>
    public abstract record ValueCall<T> : Call
    {
        private protected ValueCall()
        {
        }

        internal sealed override object Answered(DdiStatus status) => new Answer<T>(status, default!);
    }

    /// <summary>A void call was taken.</summary>
    public sealed record Returned : INoSerializationVerificationNeeded
    {
        /// <summary>The one instance.</summary>
        public static Returned Instance { get; } = new();
    }

    /// <summary>What a call answers.</summary>
    public record Answer(DdiStatus Status) : INoSerializationVerificationNeeded;

    /// <summary>What a call answers, and what it hands out: the default of its type without success.</summary>
    public sealed record Answer<T>(DdiStatus Status, T Value) : Answer(Status)
    {
        /// <summary>Shows the status alone: what is handed out may be memory.</summary>
        public override string ToString() => $"Answer {Status}";
    }

    /// <summary>Makes a video device.</summary>
    /// <param name="adapter">The device actor that makes its sessions (<see cref="Devices.Device"/>).</param>
    /// <param name="settings">What it is.</param>
    /// <param name="trace">Where it records misuse.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number in the settings is out of its range.</exception>
    public static Props Props(IActorRef adapter, VideoDeviceSettings settings, ITrace trace)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(settings.Number);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(settings.Number, VideoDeviceSettings.MaxDevices);
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.Objects, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.Surfaces, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.SurfaceBytes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.WaitingCalls, 1);
        settings.Session.Checked();
        return new Recipe<VideoDeviceActor, (IActorRef Adapter, VideoDeviceSettings Settings, ITrace Trace)>(
            (adapter, settings, trace), static of => new VideoDeviceActor(of.Adapter, of.Settings, of.Trace));
    }
}
