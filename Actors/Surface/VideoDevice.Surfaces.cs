using Sim.Hardware.Crypto;
using Sim.Hardware.Resources;
using Sim.Hardware.Surface;

namespace Sim.Actors.Surface;

// Surfaces, and what moves between them.
public static partial class VideoDevice
{
    /// <summary>CreateTexture2D, as far as protection goes; hands out a surface of zeros.</summary>
    public sealed record CreateSurface(ResourceDesc Desc) : ValueCall<DriverHandle>;

    /// <summary>Gives a surface up; its memory is free when no work uses it any more.</summary>
    public sealed record DestroySurface(DriverHandle Surface) : VoidCall;

    /// <summary>
    /// Map; hands out the surface's own bytes, to be used until <see cref="Unmap"/>. Waits until no work uses them,
    /// unless told not to. While it is mapped no work can use the surface.
    /// </summary>
    /// <param name="Surface">The surface.</param>
    /// <param name="Access">What the CPU wants to do.</param>
    /// <param name="DoNotWait">Answer WAS_STILL_DRAWING instead of waiting.</param>
    public sealed record Map(DriverHandle Surface, CpuAccess Access, bool DoNotWait) : ValueCall<Memory<byte>>;

    /// <summary>Unmap.</summary>
    public sealed record Unmap(DriverHandle Surface) : VoidCall;

    /// <summary>CopyResource.</summary>
    public sealed record CopyResource(DriverHandle Destination, DriverHandle Source) : VoidCall;

    /// <summary>DecryptionBlt. The surfaces' content decides about the sizes.</summary>
    /// <param name="Session">The session.</param>
    /// <param name="Source">The surface that holds ciphertext.</param>
    /// <param name="Destination">The protected surface.</param>
    /// <param name="BlockInfo">Which bytes are encrypted; null: all.</param>
    /// <param name="ContentKey">The wrapped content key; empty: the session key decrypts.</param>
    /// <param name="Iv">The IV; empty: none.</param>
    public sealed record DecryptionBlt(
        DriverHandle Session,
        DriverHandle Source,
        DriverHandle Destination,
        EncryptedBlockInfo? BlockInfo,
        ReadOnlyMemory<byte> ContentKey,
        ReadOnlyMemory<byte> Iv) : VoidCall
    {
        /// <inheritdoc/>
        public override SurfaceFunction? Function => SurfaceFunction.DecryptionBlt;
    }

    /// <summary>EncryptionBlt.</summary>
    /// <param name="Session">The session.</param>
    /// <param name="Source">The protected surface.</param>
    /// <param name="Destination">The surface for the CPU.</param>
    /// <param name="Iv">As long as IVSize says. Receives the IV before the call returns, if it runs.</param>
    public sealed record EncryptionBlt(
        DriverHandle Session, DriverHandle Source, DriverHandle Destination, Memory<byte> Iv) : VoidCall
    {
        /// <inheritdoc/>
        public override SurfaceFunction? Function => SurfaceFunction.EncryptionBlt;
    }
}
