using System.Collections.Immutable;
using Sim.Hardware.Channels;
using Sim.Hardware.Decoding;
using Sim.Hardware.KeyExchange;
using Sim.Hardware.Profiles;
using Sim.Hardware.ReadBack;
using Sim.Hardware.Resources;
using static Sim.Hardware.Surface.SurfaceReturn;

namespace Sim.Hardware.Surface;

/// <summary>Every function of the surface, with its document and its rule.</summary>
public static class SurfaceFunctions
{
    private const string D11 = "PFND3D11_1DDI_";
    private const string W20 = "PFND3DWDDM2_0DDI_";
    private const string W24 = "PFND3DWDDM2_4DDI_";
    private const string Device = "ID3D11VideoDevice::";
    private const string Context = "ID3D11VideoContext::";
    private const string Session = "ID3D11CryptoSession::";

    /// <summary>The functions, in the order of <see cref="SurfaceFunction"/>.</summary>
    public static ImmutableArray<SurfaceFunctionRow> All { get; } =
    [
        new(SurfaceFunction.GetContentProtectionCaps, D11 + "GETCONTENTPROTECTIONCAPS", HResult,
            Device + "GetContentProtectionCaps", HResult,
            typeof(ContentProtectionQueries), nameof(ContentProtectionQueries.GetContentProtectionCaps)),
        new(SurfaceFunction.GetCryptoKeyExchangeType, D11 + "GETCRYPTOKEYEXCHANGETYPE", HResult,
            Device + "CheckCryptoKeyExchange", HResult,
            typeof(ContentProtectionQueries), nameof(ContentProtectionQueries.GetCryptoKeyExchangeType)),
        new(SurfaceFunction.CalcPrivateCryptoSessionSize, D11 + "CALCPRIVATECRYPTOSESSIONSIZE", Size,
            Device + "CreateCryptoSession", None,
            typeof(CryptoSessionCreation), nameof(CryptoSessionCreation.CalcPrivateCryptoSessionSize)),
        new(SurfaceFunction.CreateCryptoSession, D11 + "CREATECRYPTOSESSION", HResult,
            Device + "CreateCryptoSession", HResult,
            typeof(CryptoSessionCreation), nameof(CryptoSessionCreation.CreateCryptoSession)),
        new(SurfaceFunction.DestroyCryptoSession, D11 + "DESTROYCRYPTOSESSION", SurfaceReturn.Void,
            Session + "Release", None,
            typeof(CryptoSessionCreation), nameof(CryptoSessionCreation.DestroyCryptoSession)),
        new(SurfaceFunction.GetCertificateSize, D11 + "GETCERTIFICATESIZE", SurfaceReturn.Void,
            Session + "GetCertificateSize", HResult,
            typeof(CertificateQueries), nameof(CertificateQueries.GetCertificateSize)),
        new(SurfaceFunction.GetCertificate, D11 + "GETCERTIFICATE", SurfaceReturn.Void,
            Session + "GetCertificate", HResult,
            typeof(CertificateQueries), nameof(CertificateQueries.GetCertificate)),
        new(SurfaceFunction.NegotiateCryptoSessionKeyExchange, D11 + "NEGOTIATECRYPTOSESSIONKEYESCHANGE", HResult,
            Context + "NegotiateCryptoSessionKeyExchange", HResult,
            typeof(RsaKeyExchange), nameof(RsaKeyExchange.NegotiateCryptoSessionKeyExchange)),
        new(SurfaceFunction.EncryptionBlt, D11 + "ENCRYPTIONBLT", SurfaceReturn.Void,
            Context + "EncryptionBlt", SurfaceReturn.Void,
            typeof(ReadBackMachine), nameof(ReadBackMachine.EncryptionBlt)),
        new(SurfaceFunction.DecryptionBlt, D11 + "DECRYPTIONBLT", SurfaceReturn.Void,
            Context + "DecryptionBlt", SurfaceReturn.Void,
            typeof(DecryptionBltCall), nameof(DecryptionBltCall.DecryptionBlt)),
        new(SurfaceFunction.StartSessionKeyRefresh, D11 + "STARTSESSIONKEYREFRESH", SurfaceReturn.Void,
            Context + "StartSessionKeyRefresh", SurfaceReturn.Void,
            typeof(RefreshCalls), nameof(RefreshCalls.StartSessionKeyRefresh)),
        new(SurfaceFunction.FinishSessionKeyRefresh, D11 + "FINISHSESSIONKEYREFRESH", SurfaceReturn.Void,
            Context + "FinishSessionKeyRefresh", SurfaceReturn.Void,
            typeof(RefreshCalls), nameof(RefreshCalls.FinishSessionKeyRefresh)),
        new(SurfaceFunction.GetEncryptionBltKey, D11 + "GETENCRYPTIONBLTKEY", SurfaceReturn.Void,
            Context + "GetEncryptionBltKey", HResult,
            typeof(ReadBackMachine), nameof(ReadBackMachine.GetEncryptionBltKey)),
        new(SurfaceFunction.CalcPrivateAuthenticatedChannelSize, D11 + "CALCPRIVATEAUTHENTICATEDCHANNELSIZE", Size,
            Device + "CreateAuthenticatedChannel", None,
            typeof(ChannelMachine), nameof(ChannelMachine.CalcPrivateAuthenticatedChannelSize)),
        new(SurfaceFunction.CreateAuthenticatedChannel, D11 + "CREATEAUTHENTICATEDCHANNEL", HResult,
            Device + "CreateAuthenticatedChannel", HResult,
            typeof(ChannelMachine), nameof(ChannelMachine.CreateAuthenticatedChannel)),
        new(SurfaceFunction.DestroyAuthenticatedChannel, D11 + "DESTROYAUTHENTICATEDCHANNEL", SurfaceReturn.Void,
            "ID3D11AuthenticatedChannel::Release", None,
            typeof(ChannelMachine), nameof(ChannelMachine.DestroyAuthenticatedChannel)),
        new(SurfaceFunction.NegotiateAuthenticatedChannelKeyExchange,
            D11 + "NEGOTIATEAUTHENTICATEDCHANNELKEYEXCHANGE", HResult,
            Context + "NegotiateAuthenticatedChannelKeyExchange", HResult,
            typeof(ChannelMachine), nameof(ChannelMachine.NegotiateAuthenticatedChannelKeyExchange)),
        new(SurfaceFunction.QueryAuthenticatedChannel, D11 + "QUERYAUTHENTICATEDCHANNEL", HResult,
            Context + "QueryAuthenticatedChannel", HResult,
            typeof(ChannelMachine), nameof(ChannelMachine.QueryAuthenticatedChannel)),
        new(SurfaceFunction.ConfigureAuthenticatedChannel, D11 + "CONFIGUREAUTHENTICATEDCHANNEL", HResult,
            Context + "ConfigureAuthenticatedChannel", HResult,
            typeof(ChannelMachine), nameof(ChannelMachine.ConfigureAuthenticatedChannel)),
        new(SurfaceFunction.VideoDecoderGetHandle, D11 + "VIDEODECODERGETHANDLE", HResult,
            "ID3D11VideoDecoder::GetDriverHandle", HResult,
            typeof(DecoderMachine), nameof(DecoderMachine.VideoDecoderGetHandle)),
        new(SurfaceFunction.CryptoSessionGetHandle, D11 + "CRYPTOSESSIONGETHANDLE", HResult,
            Session + "GetCryptoSessionHandle", SurfaceReturn.Void,
            typeof(CryptoSessionCreation), nameof(CryptoSessionCreation.CryptoSessionGetHandle)),
        new(SurfaceFunction.VideoDecoderBeginFrame, D11 + "VIDEODECODERBEGINFRAME", HResult,
            Context + "DecoderBeginFrame", HResult,
            typeof(DecoderMachine), nameof(DecoderMachine.VideoDecoderBeginFrame)),
        new(SurfaceFunction.VideoDecoderSubmitBuffers, D11 + "VIDEODECODERSUBMITBUFFERS", HResult,
            Context + "SubmitDecoderBuffers", HResult,
            typeof(DecoderMachine), nameof(DecoderMachine.VideoDecoderSubmitBuffers)),
        new(SurfaceFunction.VideoDecoderEndFrame, D11 + "VIDEODECODERENDFRAME", SurfaceReturn.Void,
            Context + "DecoderEndFrame", HResult,
            typeof(DecoderMachine), nameof(DecoderMachine.VideoDecoderEndFrame)),
        new(SurfaceFunction.VideoDecoderSubmitBuffers1, W20 + "VIDEODECODERSUBMITBUFFERS1", HResult,
            "ID3D11VideoContext1::SubmitDecoderBuffers1", HResult,
            typeof(DecoderMachine), nameof(DecoderMachine.VideoDecoderSubmitBuffers1)),
        new(SurfaceFunction.GetDataForNewHardwareKey, W20 + "GETDATAFORNEWHARDWAREKEY", HResult,
            "ID3D11VideoContext1::GetDataForNewHardwareKey", HResult,
            typeof(HwKeyExchange), nameof(HwKeyExchange.GetDataForNewHardwareKey)),
        new(SurfaceFunction.CheckCryptoSessionStatus, W20 + "CHECKCRYPTOSESSIONSTATUS", SurfaceReturn.Void,
            "ID3D11VideoContext1::CheckCryptoSessionStatus", HResult,
            typeof(CryptoSessionCreation), nameof(CryptoSessionCreation.CheckCryptoSessionStatus)),
        new(SurfaceFunction.GetCryptoSessionPrivateDataSize,
            W20 + "GETCRYPTOSESSIONPRIVATEDATASIZE", SurfaceReturn.Void,
            "ID3D11VideoDevice1::GetCryptoSessionPrivateDataSize", HResult,
            typeof(CryptoSessionCreation), nameof(CryptoSessionCreation.GetCryptoSessionPrivateDataSize)),
        new(SurfaceFunction.NegotiateCryptoSessionKeyExchangeMt, W24 + "NEGOTIATECRYPTOSESSIONKEYEXCHANGE", HResult,
            "ID3D11VideoDevice2::NegotiateCryptoSessionKeyExchangeMT", HResult,
            typeof(HwKeyExchange), nameof(HwKeyExchange.NegotiateCryptoSessionKeyExchange)),
        new(SurfaceFunction.VideoDecoderSubmitBuffers2, W24 + "VIDEODECODERSUBMITBUFFERS", HResult,
            "ID3D11VideoContext3::SubmitDecoderBuffers2", HResult,
            typeof(DecoderMachine), nameof(DecoderMachine.VideoDecoderSubmitBuffers2)),
    ];

    /// <summary>The row of a function.</summary>
    public static SurfaceFunctionRow Of(SurfaceFunction function) => All[(int)function];
}
