using Sim.Hardware.Ddi;
using Sim.Hardware.KeyExchange;
using Sim.Hardware.Profiles;
using Sim.Hardware.Surface;

namespace Sim.Actors.Surface;

// Capabilities, crypto sessions and their keys. What a call does and answers stands at its rule (SurfaceFunctions).
public static partial class VideoDevice
{
    /// <summary>GetContentProtectionCaps.</summary>
    public sealed record GetContentProtectionCaps(Guid CryptoType, Guid DecodeProfile)
        : ValueCall<VideoContentProtectionCaps>
    {
        /// <inheritdoc/>
        public override SurfaceFunction? Function => SurfaceFunction.GetContentProtectionCaps;
    }

    /// <summary>GetCryptoKeyExchangeType.</summary>
    public sealed record CheckCryptoKeyExchange(Guid CryptoType, Guid DecodeProfile, uint Index) : ValueCall<Guid>
    {
        /// <inheritdoc/>
        public override SurfaceFunction? Function => SurfaceFunction.GetCryptoKeyExchangeType;
    }

    /// <summary>CalcPrivateCryptoSessionSize.</summary>
    public sealed record CalcPrivateCryptoSessionSize(CreateCryptoSessionArgs Args) : ValueCall<int>
    {
        /// <inheritdoc/>
        public override SurfaceFunction? Function => SurfaceFunction.CalcPrivateCryptoSessionSize;
    }

    /// <summary>GetCryptoSessionPrivateDataSize.</summary>
    public sealed record GetCryptoSessionPrivateDataSize(CreateCryptoSessionArgs Args) : ValueCall<PrivateDataSizes>
    {
        /// <inheritdoc/>
        public override SurfaceFunction? Function => SurfaceFunction.GetCryptoSessionPrivateDataSize;
    }

    /// <summary>CreateCryptoSession.</summary>
    public sealed record CreateCryptoSession(CreateCryptoSessionArgs Args) : ValueCall<DriverHandle>
    {
        /// <inheritdoc/>
        public override SurfaceFunction? Function => SurfaceFunction.CreateCryptoSession;
    }

    /// <summary>DestroyCryptoSession. Work in flight ends aborted.</summary>
    public sealed record DestroyCryptoSession(DriverHandle Session) : VoidCall
    {
        /// <inheritdoc/>
        public override SurfaceFunction? Function => SurfaceFunction.DestroyCryptoSession;
    }

    /// <summary>CryptoSessionGetHandle; to the application it answers nothing but the handle, so always S_OK.</summary>
    public sealed record GetCryptoSessionHandle(DriverHandle Session) : ValueCall<ContentHandle>
    {
        /// <inheritdoc/>
        public override SurfaceFunction? Function => SurfaceFunction.CryptoSessionGetHandle;
    }

    /// <summary>GetCertificateSize of a crypto session or a channel.</summary>
    public sealed record GetCertificateSize(DriverHandle Owner) : ValueCall<int>
    {
        /// <inheritdoc/>
        public override SurfaceFunction? Function => SurfaceFunction.GetCertificateSize;
    }

    /// <summary>GetCertificate of a crypto session or a channel.</summary>
    public sealed record GetCertificate(DriverHandle Owner, Memory<byte> Certificate) : StatusCall
    {
        /// <inheritdoc/>
        public override SurfaceFunction? Function => SurfaceFunction.GetCertificate;
    }

    /// <summary>NegotiateCryptoSessionKeyExchange of a session whose key exchange is RSAES-OAEP.</summary>
    public sealed record NegotiateCryptoSessionKeyExchange(DriverHandle Session, ReadOnlyMemory<byte> Data) : StatusCall
    {
        /// <inheritdoc/>
        public override SurfaceFunction? Function => SurfaceFunction.NegotiateCryptoSessionKeyExchange;
    }

    /// <summary>NegotiateCryptoSessionKeyExchange of a session for hardware protection; hands out the status of the
    /// DRM.</summary>
    /// <param name="Session">The session.</param>
    /// <param name="Packet">What goes to the hardware, and the memory for what comes back.</param>
    public sealed record NegotiateHwProtection(DriverHandle Session, HwProtectionPacket Packet) : ValueCall<DdiStatus>
    {
        /// <inheritdoc/>
        public override SurfaceFunction? Function => SurfaceFunction.NegotiateCryptoSessionKeyExchange;
    }

    /// <summary>NegotiateCryptoSessionKeyExchangeMT: the same with flags, from any thread.</summary>
    /// <param name="Session">The session.</param>
    /// <param name="Packet">What goes to the hardware, and the memory for what comes back.</param>
    /// <param name="Flags">Zero.</param>
    public sealed record NegotiateHwProtectionMt(DriverHandle Session, HwProtectionPacket Packet, uint Flags)
        : ValueCall<DdiStatus>
    {
        /// <inheritdoc/>
        public override SurfaceFunction? Function => SurfaceFunction.NegotiateCryptoSessionKeyExchangeMt;
    }

    /// <summary>GetDataForNewHardwareKey.</summary>
    public sealed record GetDataForNewHardwareKey(DriverHandle Session, uint PrivateInputSize) : ValueCall<ulong>
    {
        /// <inheritdoc/>
        public override SurfaceFunction? Function => SurfaceFunction.GetDataForNewHardwareKey;
    }

    /// <summary>CheckCryptoSessionStatus.</summary>
    public sealed record CheckCryptoSessionStatus(DriverHandle Session) : ValueCall<CryptoSessionStatus>
    {
        /// <inheritdoc/>
        public override SurfaceFunction? Function => SurfaceFunction.CheckCryptoSessionStatus;
    }

    /// <summary>StartSessionKeyRefresh.</summary>
    /// <param name="Session">The session.</param>
    /// <param name="RandomNumber">As long as RandomNumberSize says. Receives the number, or zeros.</param>
    public sealed record StartSessionKeyRefresh(DriverHandle Session, Memory<byte> RandomNumber) : VoidCall
    {
        /// <inheritdoc/>
        public override SurfaceFunction? Function => SurfaceFunction.StartSessionKeyRefresh;
    }

    /// <summary>FinishSessionKeyRefresh.</summary>
    public sealed record FinishSessionKeyRefresh(DriverHandle Session) : VoidCall
    {
        /// <inheritdoc/>
        public override SurfaceFunction? Function => SurfaceFunction.FinishSessionKeyRefresh;
    }

    /// <summary>GetEncryptionBltKey.</summary>
    /// <param name="Session">The session.</param>
    /// <param name="ReadBackKey">As long as KeySize says. Receives the wrapped key, or zeros.</param>
    public sealed record GetEncryptionBltKey(DriverHandle Session, Memory<byte> ReadBackKey) : StatusCall
    {
        /// <inheritdoc/>
        public override SurfaceFunction? Function => SurfaceFunction.GetEncryptionBltKey;
    }
}
