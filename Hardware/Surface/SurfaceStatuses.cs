using System.Collections.Immutable;
using Sim.Hardware.Ddi;

namespace Sim.Hardware.Surface;

/// <summary>
/// The statuses that a function may answer: those of its page, and those that Sim chose where the page is silent
/// (<see cref="Choices.DdiChoiceTable"/>: E_INVALIDARG at the application's level, UNSUPPORTEDCRYPTO for the
/// undefined D3DERR_INVALID_CRYPTO). Once its device is removed any of them may say so.
/// </summary>
public static class SurfaceStatuses
{
    private static readonly ImmutableArray<DdiStatus> Nothing = [DdiStatus.Ok];
    private static readonly ImmutableArray<DdiStatus> Checked = [DdiStatus.Ok, DdiStatus.InvalidArg];

    private static readonly ImmutableArray<DdiStatus> Exchanging =
        [DdiStatus.Ok, DdiStatus.InvalidArg, DdiStatus.OutOfMemory];

    private static readonly ImmutableArray<DdiStatus> Messaging =
        [DdiStatus.Ok, DdiStatus.Fail, DdiStatus.InvalidArg, DdiStatus.OutOfMemory];

    private static readonly ImmutableArray<DdiStatus> AboutCrypto =
        [DdiStatus.Ok, DdiStatus.InvalidArg, DdiStatus.UnsupportedCrypto];

    /// <summary>What a function answers on a device that is there.</summary>
    public static ImmutableArray<DdiStatus> Of(SurfaceFunction function) => function switch
    {
        SurfaceFunction.GetContentProtectionCaps
            or SurfaceFunction.GetCryptoKeyExchangeType
            or SurfaceFunction.GetCryptoSessionPrivateDataSize => AboutCrypto,
        SurfaceFunction.CreateCryptoSession => [.. AboutCrypto, DdiStatus.OutOfMemory],
        SurfaceFunction.GetCertificateSize
            or SurfaceFunction.GetCertificate
            or SurfaceFunction.GetEncryptionBltKey
            or SurfaceFunction.VideoDecoderGetHandle
            or SurfaceFunction.VideoDecoderEndFrame => Checked,
        SurfaceFunction.NegotiateCryptoSessionKeyExchange
            or SurfaceFunction.NegotiateCryptoSessionKeyExchangeMt
            or SurfaceFunction.CreateAuthenticatedChannel
            or SurfaceFunction.NegotiateAuthenticatedChannelKeyExchange
            or SurfaceFunction.VideoDecoderSubmitBuffers
            or SurfaceFunction.VideoDecoderSubmitBuffers1
            or SurfaceFunction.VideoDecoderSubmitBuffers2
            or SurfaceFunction.GetDataForNewHardwareKey
            or SurfaceFunction.CheckCryptoSessionStatus => Exchanging,
        SurfaceFunction.QueryAuthenticatedChannel or SurfaceFunction.ConfigureAuthenticatedChannel => Messaging,
        SurfaceFunction.VideoDecoderBeginFrame =>
            [.. Exchanging, DdiStatus.Pending, DdiStatus.WasStillDrawing],
        // Void to the application, or a size.
        _ => Nothing,
    };

    /// <summary>Whether a function may answer a status.</summary>
    /// <param name="function">The function.</param>
    /// <param name="status">The status.</param>
    /// <param name="deviceRemoved">Its device is removed.</param>
    public static bool IsDocumented(SurfaceFunction function, DdiStatus status, bool deviceRemoved) =>
        Of(function).Contains(status)
        || (deviceRemoved && Of(function).Length > 1
            && status is DdiStatus.DxgiDeviceRemoved or DdiStatus.DeviceRemoved);

    /// <summary>What a function answers when more calls wait than a device takes.</summary>
    public static DdiStatus WhenFull(SurfaceFunction function)
    {
        var statuses = Of(function);
        return statuses.Length == 1 ? DdiStatus.Ok
            : statuses.Contains(DdiStatus.OutOfMemory) ? DdiStatus.OutOfMemory
            : DdiStatus.InvalidArg;
    }
}
