using Akka.Actor;
using Sim.Actors.Engines;
using Sim.Actors.Hosting;
using Sim.Actors.Tracing;
using Sim.Hardware.Ddi;
using Sim.Hardware.Loss;
using Sim.Hardware.Resources;
using Sim.Hardware.Sessions;

namespace Sim.Actors.Devices;

/// <summary>
/// Protocol of a device: it owns the engine pool, the key slots and the room for unfinished jobs, and makes crypto sessions.
/// It answers <see cref="EnginePool.GetEngines"/>, too, for whoever plays the platform, and hands each <see cref="EngineFence.Wait"/> to the pool.
/// </summary>
public static class Device
{
    /// <summary>Asks for the public key under which session keys are wrapped; answered with <see cref="Certificate"/>.</summary>
    public sealed record GetCertificate
    {
        /// <summary>The one instance.</summary>
        public static GetCertificate Instance { get; } = new();
    }

    /// <summary>The device's public key.</summary>
    /// <param name="PublicKey">DER SubjectPublicKeyInfo of an RSA-2048 key (RSAES-OAEP, SHA-512).</param>
    public sealed record Certificate(ReadOnlyMemory<byte> PublicKey);

    /// <summary>
    /// CreateCryptoSession; answered with <see cref="SessionCreated"/> or <see cref="SessionRefused"/>. The sender owns the
    /// session: all its answers go there.
    /// </summary>
    /// <param name="Limits">The session's bounds; null: the device's default. Its jobs are taken out of the device's room.</param>
    public sealed record CreateSession(SessionLimits? Limits = null);

    /// <summary>The session exists.</summary>
    /// <param name="Session">Its number on the device, from 0.</param>
    /// <param name="Ref">Whom to talk to.</param>
    /// <param name="Stamp">The stamp of whatever its jobs write.</param>
    public sealed record SessionCreated(int Session, IActorRef Ref, SurfaceGeneration Stamp = default);

    /// <summary>
    /// The session was not made: the device has no room for its unfinished jobs, too many wait for protection
    /// (WasStillDrawing: try again), or the device was removed.
    /// </summary>
    public sealed record SessionRefused(DdiStatus Status);

    /// <summary>
    /// From whoever plays the platform: hardware protection is torn down (a change of display, firmware). Every key is lost;
    /// sessions that exist are over. While it goes on, and until protection has started again for the first session that is
    /// wanted, sessions wait to be created. One that is asked for during another happens behind it.
    /// </summary>
    /// <param name="ContentLost">Protected content is corrupted, too.</param>
    public sealed record Teardown(bool ContentLost = false);

    /// <summary>From whoever plays the platform: the adapter loses its power, and every key with it, until <see cref="Resume"/>.</summary>
    public sealed record Suspend
    {
        /// <summary>The one instance.</summary>
        public static Suspend Instance { get; } = new();
    }

    /// <summary>From whoever plays the platform: the adapter has power again. Protection starts with the first session that is wanted.</summary>
    public sealed record Resume
    {
        /// <summary>The one instance.</summary>
        public static Resume Instance { get; } = new();
    }

    /// <summary>Published on the event stream when content protection enters a phase.</summary>
    /// <param name="Phase">The phase.</param>
    /// <param name="Generation">The generation of keys: 1, and one more after each loss.</param>
    /// <param name="Content">What protected content is stamped with from here on; what has another stamp is lost.</param>
    public sealed record ProtectionEntered(ProtectionPhase Phase, int Generation, SurfaceGeneration Content);

    /// <summary>Shows a surface that was written by a job; answered with <see cref="Presented"/>.</summary>
    /// <param name="Stamp">The stamp of the session whose job wrote it.</param>
    public sealed record Present(SurfaceGeneration Stamp);

    /// <summary>Whether the surface was shown; content that was lost never is.</summary>
    public sealed record Presented(bool IsShown);

    /// <summary>
    /// A session needs a key slot; answered with <see cref="KeySlotGranted"/> when there is one, and with
    /// <see cref="KeySlotWanted"/> when another session waits for it.
    /// </summary>
    public sealed record AcquireKeySlot(int Session, int Epoch);

    /// <summary>A session's unfinished jobs need this slot no more.</summary>
    public sealed record ReleaseKeySlot(int Session, int Epoch, bool Retired);

    /// <summary>Messages that wait while the device starts. One more CreateSession is refused, anything else is unhandled.</summary>
    public const int StartingCapacity = 1024;

    /// <summary>Sessions that wait while protection is not active. One more is refused.</summary>
    public const int ParkedCapacity = 65_536;

    /// <summary>Makes a device.</summary>
    /// <param name="settings">Its size.</param>
    /// <param name="machines">Makes the rules of its sessions and engines.</param>
    /// <param name="trace">Where all of them record.</param>
    public static Props Props(DeviceSettings settings, IDeviceMachines machines, ITrace trace) =>
        new Recipe<DeviceActor, DeviceParts>(new DeviceParts(settings, machines, trace), static parts => new DeviceActor(parts))
            .WithStashCapacity(StartingCapacity);
}
