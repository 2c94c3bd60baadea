using Sim.Hardware.Ddi;
using Sim.Hardware.KeyExchange;

namespace Sim.Actors.Surface;

// Capabilities, crypto sessions and their keys.
public sealed partial class ContentProtectionDevice
{
    /// <summary>ID3D11VideoDevice::GetContentProtectionCaps: what the device can protect.</summary>
    /// <param name="cryptoType">Kind of encryption (<see cref="CryptoTypes"/>); empty: none in particular.</param>
    /// <param name="decodeProfile">Decoder profile (<see cref="DecodeProfiles"/>); empty: no decoding.</param>
    /// <param name="cancel">Gives up waiting.</param>
    /// <returns>S_OK; E_INVALIDARG for an unknown profile, UNSUPPORTEDCRYPTO for a kind that is unknown or not for the
    /// profile. Sizes are in bytes.</returns>
    /// <seealso href="https://learn.microsoft.com/windows/win32/api/d3d11/nf-d3d11-id3d11videodevice-getcontentprotectioncaps"/>
    public Task<DdiResult<VideoContentProtectionCaps>> GetContentProtectionCapsAsync(
        Guid cryptoType, Guid decodeProfile, CancellationToken cancel = default) =>
        AskAsync(new VideoDevice.GetContentProtectionCaps(cryptoType, decodeProfile), cancel);

    /// <summary>ID3D11VideoDevice::CheckCryptoKeyExchange: one of the key exchanges of a kind of encryption.</summary>
    /// <param name="cryptoType">Kind of encryption.</param>
    /// <param name="decodeProfile">Decoder profile; empty: no decoding.</param>
    /// <param name="index">From 0 to KeyExchangeTypeCount - 1.</param>
    /// <param name="cancel">Gives up waiting.</param>
    /// <returns>S_OK; E_INVALIDARG for an index beyond the last, else as
    /// <see cref="GetContentProtectionCapsAsync"/>.</returns>
    /// <seealso href="https://learn.microsoft.com/windows/win32/api/d3d11/nf-d3d11-id3d11videodevice-checkcryptokeyexchange"/>
    public Task<DdiResult<Guid>> CheckCryptoKeyExchangeAsync(
        Guid cryptoType, Guid decodeProfile, uint index, CancellationToken cancel = default) =>
        AskAsync(new VideoDevice.CheckCryptoKeyExchange(cryptoType, decodeProfile, index), cancel);

    /// <summary>CalcPrivateCryptoSessionSize of the driver interface: bytes that it keeps for a session, a multiple of
    /// 8; 0 for a driver without sessions. It does not fail.</summary>
    /// <seealso href="https://learn.microsoft.com/windows-hardware/drivers/ddi/d3d10umddi/nc-d3d10umddi-pfnd3d11_1ddi_calcprivatecryptosessionsize"/>
    public async Task<int> CalcPrivateCryptoSessionSizeAsync(
        CreateCryptoSessionArgs args, CancellationToken cancel = default) =>
        (await AskAsync(new VideoDevice.CalcPrivateCryptoSessionSize(args), cancel)).Value;

    /// <summary>ID3D11VideoDevice1::GetCryptoSessionPrivateDataSize: bytes of the driver's own in front of the packets
    /// of a DRM component.</summary>
    /// <returns>S_OK, E_INVALIDARG or UNSUPPORTEDCRYPTO, as <see cref="CreateCryptoSessionAsync"/> would say.</returns>
    /// <seealso href="https://learn.microsoft.com/windows/win32/api/d3d11_1/nf-d3d11_1-id3d11videodevice1-getcryptosessionprivatedatasize"/>
    public Task<DdiResult<PrivateDataSizes>> GetCryptoSessionPrivateDataSizeAsync(
        CreateCryptoSessionArgs args, CancellationToken cancel = default) =>
        AskAsync(new VideoDevice.GetCryptoSessionPrivateDataSize(args), cancel);

    /// <summary>ID3D11VideoDevice::CreateCryptoSession.</summary>
    /// <returns>S_OK; UNSUPPORTEDCRYPTO or E_INVALIDARG for arguments that do not go together, E_OUTOFMEMORY without
    /// room on the device or its adapter.</returns>
    /// <seealso href="https://learn.microsoft.com/windows/win32/api/d3d11/nf-d3d11-id3d11videodevice-createcryptosession"/>
    public async Task<DdiResult<VideoCryptoSession?>> CreateCryptoSessionAsync(
        CreateCryptoSessionArgs args, CancellationToken cancel = default)
    {
        var (status, handle) = await AskAsync(new VideoDevice.CreateCryptoSession(args), cancel);
        return new(status, status == DdiStatus.Ok ? new(this, handle, args) : null);
    }

    /// <summary>ID3D11VideoContext::NegotiateCryptoSessionKeyExchange of a session with RSAES-OAEP: brings it a key.
    /// </summary>
    /// <param name="session">The session.</param>
    /// <param name="data">The 16-byte session key under the device's public key: 256 bytes.</param>
    /// <param name="cancel">Gives up waiting.</param>
    /// <returns>S_OK; E_INVALIDARG for anything else, within a frame, or for a lost session; E_OUTOFMEMORY while too many
    /// key switches are under way.</returns>
    /// <seealso href="https://learn.microsoft.com/windows/win32/api/d3d11/nf-d3d11-id3d11videocontext-negotiatecryptosessionkeyexchange"/>
    public Task<DdiStatus> NegotiateCryptoSessionKeyExchangeAsync(
        VideoCryptoSession session, ReadOnlyMemory<byte> data, CancellationToken cancel = default) =>
        AskAsync(new VideoDevice.NegotiateCryptoSessionKeyExchange(HandleOf(session), data), cancel);

    /// <summary>ID3D11VideoContext::NegotiateCryptoSessionKeyExchange of a session for hardware protection: takes a
    /// packet to the hardware and brings the answer back, which takes its time.</summary>
    /// <param name="session">The session.</param>
    /// <param name="packet">The packet, and the memory for the answer.</param>
    /// <param name="cancel">Gives up waiting.</param>
    /// <returns>S_OK and the DRM's own status, 0x8004CD12 after a teardown; E_INVALIDARG for a wrong size.</returns>
    /// <seealso href="https://learn.microsoft.com/windows/win32/api/d3d11/nf-d3d11-id3d11videocontext-negotiatecryptosessionkeyexchange"/>
    public Task<DdiResult<DdiStatus>> NegotiateCryptoSessionKeyExchangeAsync(
        VideoCryptoSession session, HwProtectionPacket packet, CancellationToken cancel = default) =>
        AskAsync(new VideoDevice.NegotiateHwProtection(HandleOf(session), packet), cancel);

    /// <summary>ID3D11VideoDevice2::NegotiateCryptoSessionKeyExchangeMT: the same from any thread. It wants the
    /// capability HARDWARE_DRM_COMMUNICATION_MULTI_THREADED.</summary>
    /// <param name="session">The session.</param>
    /// <param name="packet">The packet, and the memory for the answer.</param>
    /// <param name="flags">Zero, the only flags there are.</param>
    /// <param name="cancel">Gives up waiting.</param>
    /// <returns>S_OK and the DRM's own status; E_INVALIDARG for flags, a wrong size, or without the capability.</returns>
    /// <seealso href="https://learn.microsoft.com/windows/win32/api/d3d11_4/nf-d3d11_4-id3d11videodevice2-negotiatecryptosessionkeyexchangemt"/>
    public Task<DdiResult<DdiStatus>> NegotiateCryptoSessionKeyExchangeMTAsync(
        VideoCryptoSession session,
        HwProtectionPacket packet,
        uint flags = HwKeyExchange.NoFlags,
        CancellationToken cancel = default) =>
        AskAsync(new VideoDevice.NegotiateHwProtectionMt(HandleOf(session), packet, flags), cancel);

    /// <summary>ID3D11VideoContext1::GetDataForNewHardwareKey: a number that a DRM component needs for one more hardware
    /// key.</summary>
    /// <param name="session">The session.</param>
    /// <param name="privateInputSize">Bytes of private input: what
    /// <see cref="GetCryptoSessionPrivateDataSizeAsync"/> says.</param>
    /// <param name="cancel">Gives up waiting.</param>
    /// <returns>S_OK; E_INVALIDARG for another size, E_OUTOFMEMORY after
    /// <see cref="HwKeyExchange.MaxHardwareKeys"/> keys.</returns>
    /// <seealso href="https://learn.microsoft.com/windows/win32/api/d3d11_1/nf-d3d11_1-id3d11videocontext1-getdatafornewhardwarekey"/>
    public Task<DdiResult<ulong>> GetDataForNewHardwareKeyAsync(
        VideoCryptoSession session, uint privateInputSize, CancellationToken cancel = default) =>
        AskAsync(new VideoDevice.GetDataForNewHardwareKey(HandleOf(session), privateInputSize), cancel);

    /// <summary>ID3D11VideoContext1::CheckCryptoSessionStatus: whether a session still has its key and its content.
    /// </summary>
    /// <returns>S_OK; E_INVALIDARG without the capability HARDWARE_TEARDOWN.</returns>
    /// <seealso href="https://learn.microsoft.com/windows/win32/api/d3d11_1/nf-d3d11_1-id3d11videocontext1-checkcryptosessionstatus"/>
    public Task<DdiResult<CryptoSessionStatus>> CheckCryptoSessionStatusAsync(
        VideoCryptoSession session, CancellationToken cancel = default) =>
        AskAsync(new VideoDevice.CheckCryptoSessionStatus(HandleOf(session)), cancel);

    /// <summary>ID3D11VideoContext::StartSessionKeyRefresh: hands out the random number of a refresh. Nothing changes
    /// before the Finish.</summary>
    /// <param name="session">The session.</param>
    /// <param name="randomNumber">16 bytes. Receives the number; zeros if the call does nothing.</param>
    /// <param name="cancel">Gives up waiting.</param>
    /// <seealso href="https://learn.microsoft.com/windows/win32/api/d3d11/nf-d3d11-id3d11videocontext-startsessionkeyrefresh"/>
    public Task StartSessionKeyRefreshAsync(
        VideoCryptoSession session, Memory<byte> randomNumber, CancellationToken cancel = default) =>
        AskAsync(new VideoDevice.StartSessionKeyRefresh(HandleOf(session), randomNumber), cancel);

    /// <summary>ID3D11VideoContext::FinishSessionKeyRefresh: from here on the session key is the old one XOR the random
    /// number. It does not wait for work that was begun before, which keeps the old key.</summary>
    /// <seealso href="https://learn.microsoft.com/windows/win32/api/d3d11/nf-d3d11-id3d11videocontext-finishsessionkeyrefresh"/>
    public Task FinishSessionKeyRefreshAsync(VideoCryptoSession session, CancellationToken cancel = default) =>
        AskAsync(new VideoDevice.FinishSessionKeyRefresh(HandleOf(session)), cancel);

    /// <summary>ID3D11VideoContext::GetEncryptionBltKey: a new key for reading back.</summary>
    /// <param name="session">The session.</param>
    /// <param name="readBackKey">16 bytes. Receives the key, AES-128-ECB under the session key in force; zeros without
    /// success.</param>
    /// <param name="cancel">Gives up waiting.</param>
    /// <returns>S_OK; E_INVALIDARG for another size, without the capability, or without a session key.</returns>
    /// <seealso href="https://learn.microsoft.com/windows/win32/api/d3d11/nf-d3d11-id3d11videocontext-getencryptionbltkey"/>
    public Task<DdiStatus> GetEncryptionBltKeyAsync(
        VideoCryptoSession session, Memory<byte> readBackKey, CancellationToken cancel = default) =>
        AskAsync(new VideoDevice.GetEncryptionBltKey(HandleOf(session), readBackKey), cancel);

    internal Task<DdiResult<int>> GetCertificateSizeAsync(DriverHandle owner, CancellationToken cancel) =>
        AskAsync(new VideoDevice.GetCertificateSize(owner), cancel);

    internal Task<DdiStatus> GetCertificateAsync(
        DriverHandle owner, Memory<byte> certificate, CancellationToken cancel) =>
        AskAsync(new VideoDevice.GetCertificate(owner, certificate), cancel);

    internal async Task<ContentHandle> GetCryptoSessionHandleAsync(DriverHandle session, CancellationToken cancel) =>
        (await AskAsync(new VideoDevice.GetCryptoSessionHandle(session), cancel)).Value;

    internal Task<DdiResult<ContentHandle>> GetDriverHandleAsync(DriverHandle decoder, CancellationToken cancel) =>
        AskAsync(new VideoDevice.GetDriverHandle(decoder), cancel);

    internal Task ReleaseAsync(DriverHandle one, CancellationToken cancel) => AskAsync(
        one.Kind switch
        {
            DriverObject.CryptoSession => (VideoDevice.VoidCall)new VideoDevice.DestroyCryptoSession(one),
            DriverObject.Channel => new VideoDevice.DestroyAuthenticatedChannel(one),
            DriverObject.Decoder => new VideoDevice.DestroyVideoDecoder(one),
            _ => new VideoDevice.DestroySurface(one),
        },
        cancel);

    private static DriverHandle HandleOf(VideoCryptoSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return session.DriverHandle;
    }
}
