using Akka.Actor;

namespace Sim.Actors.Surface;

// Work of a device that an engine has, and what is to be done when it ends. As its own completion message it comes back
// without being looked for.
internal sealed class SurfaceJob(long number, OpenSession session, SurfaceJobKind kind)
    : INoSerializationVerificationNeeded
{
    public long Number { get; } = number;

    public OpenSession Session { get; } = session;

    public SurfaceJobKind Kind { get; } = kind;

    public OpenSurface? Source { get; init; }

    // Where its bytes go, at once or by way of a buffer of the decoder; null for what nobody looks at.
    public OpenSurface? Destination { get; init; }

    public OpenDecoder? Decoder { get; init; }

    // What a decoder's buffer decrypts to, and its place in the destination.
    public byte[] Decrypted { get; init; } = [];

    public int Offset { get; init; }

    public override string ToString() => $"{Kind} {Number}";
}

internal enum SurfaceJobKind
{
    DecryptionBlt,
    EncryptionBlt,
    Decode,
}

internal enum SurfaceJobEnd
{
    Completed,
    Aborted,
    Refused,
}
