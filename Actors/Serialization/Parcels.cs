using Akka.Actor;
using Sim.Actors.Devices;
using Sim.Actors.Engines;
using Sim.Actors.Sessions;
using Sim.Hardware.Crypto;
using Sim.Hardware.Sessions;

namespace Sim.Actors.Serialization;

/// <summary>
/// Messages that hold references, memory or random numbers, in numbers, text and bytes: for a serializer that would otherwise
/// have to write classes of the runtime, and be ready to read them.
/// </summary>
internal static class Parcels
{
    /// <summary>The parcel of a message, or the message when it is plain already. In the context of a transport.</summary>
    public static object Pack(object message) => message switch
    {
        Device.Certificate certificate => new CertificateParcel(certificate.PublicKey.ToArray()),
        Device.SessionCreated created => new SessionCreatedParcel(created.Session, PathOf(created.Ref)),
        EnginePool.Engines engines => new EnginesParcel([.. engines.Refs.Select(PathOf)]),
        CryptoSession.SessionKeyRefreshStarted started => new RefreshStartedParcel(started.Session, BytesOf(started.Nonce)),
        StartSessionKeyRefresh start => new StartRefreshParcel(start.RandomNumberSize, BytesOf(start.Nonce)),
        _ => message,
    };

    /// <summary>The class of the parcel of a class of messages.</summary>
    public static Type PackedType(Type message) =>
        message == typeof(Device.Certificate) ? typeof(CertificateParcel)
        : message == typeof(Device.SessionCreated) ? typeof(SessionCreatedParcel)
        : message == typeof(EnginePool.Engines) ? typeof(EnginesParcel)
        : message == typeof(CryptoSession.SessionKeyRefreshStarted) ? typeof(RefreshStartedParcel)
        : message == typeof(StartSessionKeyRefresh) ? typeof(StartRefreshParcel)
        : message;

    /// <summary>The message in a parcel, or what was given when it is none.</summary>
    /// <exception cref="ArgumentException">A random number has not 16 bytes.</exception>
    /// <exception cref="ArgumentNullException">A member is missing.</exception>
    public static object Open(object packed, ExtendedActorSystem system) => packed switch
    {
        CertificateParcel certificate => new Device.Certificate(Given(certificate.PublicKey)),
        SessionCreatedParcel created => new Device.SessionCreated(created.Session, system.Provider.ResolveActorRef(Given(created.Path))),
        EnginesParcel engines => new EnginePool.Engines([.. Given(engines.Paths).Select(path => system.Provider.ResolveActorRef(Given(path)))]),
        RefreshStartedParcel started =>
            new CryptoSession.SessionKeyRefreshStarted(started.Session, SessionKeyNonce.Read(Given(started.Nonce))),
        StartRefreshParcel start => new StartSessionKeyRefresh(start.RandomNumberSize, SessionKeyNonce.Read(Given(start.Nonce))),
        _ => packed,
    };

    private static string PathOf(IActorRef actor) => Akka.Serialization.Serialization.SerializedActorPath(actor);

    private static byte[] BytesOf(SessionKeyNonce nonce)
    {
        var bytes = new byte[SessionKeyNonce.Size];
        nonce.Write(bytes);
        return bytes;
    }

    // What was read was made without its constructor: anything may be missing.
    private static T Given<T>(T? value)
        where T : class => value ?? throw new ArgumentNullException(nameof(value), "A member is missing.");

    internal sealed record CertificateParcel(byte[] PublicKey);

    internal sealed record SessionCreatedParcel(int Session, string Path);

    internal sealed record EnginesParcel(string[] Paths);

    internal sealed record RefreshStartedParcel(int Session, byte[] Nonce);

    internal sealed record StartRefreshParcel(int RandomNumberSize, byte[] Nonce);
}
