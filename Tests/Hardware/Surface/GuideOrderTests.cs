using Sim.Hardware.Channels;
using Sim.Hardware.Choices;
using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.Decoding;
using Sim.Hardware.KeyExchange;
using Sim.Hardware.Keystream;
using Sim.Hardware.Profiles;
using Sim.Hardware.ReadBack;
using Sim.Hardware.Resources;
using Sim.Hardware.Surface;
using Sim.Tests.Hardware.Crypto;
using Sim.Tests.Hardware.Sessions;
using Xunit;

namespace Sim.Tests.Hardware.Surface;

/// <summary>
/// The calls of Microsoft's guide in its order, with nothing but the rules: a client that knows the certificate's root
/// comes to decoded, refreshed and read-back content.
/// </summary>
public sealed class GuideOrderTests
{
    private static readonly DeviceProfile Device = DeviceProfiles.Full;
    private static readonly DdiChoices Choices = DdiChoices.Default;
    private static readonly Guid Profile = DecodeProfiles.H264VldNoFgt;
    private static readonly byte[] Clear = [.. Enumerable.Range(0, 160).Select(i => (byte)(i * 7))];

    [Fact]
    public void A_client_comes_from_the_capabilities_to_content_and_back()
    {
        using var driver = DeviceKeyPair.CreateSimulated();
        var caps = ContentProtectionQueries.GetContentProtectionCaps(Device, CryptoTypes.Aes128Ctr, Profile).Value;
        var exchanges = Enumerable.Range(0, (int)caps.KeyExchangeTypeCount).Select(index =>
            ContentProtectionQueries.GetCryptoKeyExchangeType(Device, CryptoTypes.Aes128Ctr, Profile, (uint)index).Value);
        Assert.Contains(KeyExchangeTypes.RsaesOaep, exchanges);

        // The session and its key.
        var session = CryptoSessionCreation.CreateCryptoSession(
            Device, new(CryptoTypes.Aes128Ctr, Profile, KeyExchangeTypes.RsaesOaep), 0, CreationFacts.Fine, Choices).Value!;
        var publicKey = ReadCertificate(CertificateInfo.Of(CryptoTypes.Aes128Ctr));
        var sessionKey = Bytes(0x11);
        var driverKey = new byte[16];
        var negotiated = RsaKeyExchange.NegotiateCryptoSessionKeyExchange(
            session,
            DeviceKeyPair.Wrap(publicKey, sessionKey),
            driver,
            frameOpen: false,
            Gate(SurfaceFunction.NegotiateCryptoSessionKeyExchange, session),
            Choices,
            driverKey);
        session = negotiated.Session;
        Assert.True(negotiated.Verdict.Runs);
        Assert.Equal(sessionKey, driverKey);

        // The decoder, and the channel that binds it.
        var decoders = new DecoderMachine(Device, Choices);
        var decoder = decoders.CreateVideoDecoder(
            new(Profile, 64, 64, 103), VideoDecoderConfig.Raw(DecoderEncryptions.CryptoSession), 0, CreationFacts.Fine)
            .Value!;
        var device = Bind(driver, decoder, session);
        Assert.Equal(session.Handle, device.BoundSession(decoder.Handle));

        // A frame under a content key, with sub-samples, then a refresh, then a frame under the new session key.
        using var keyNow = new SessionKey(driverKey);
        var ledger = IvLedger.Empty(IvSequence.ModeOf(Device));
        Assert.Equal(Clear, Decode(decoders, ref decoder, session, ref ledger, keyNow, epoch: 0));

        var random = new byte[16];
        RefreshCalls.StartSessionKeyRefresh(
            Gate(SurfaceFunction.StartSessionKeyRefresh, session), pending: false, SampleCalls.Nonce(0x55), random, Choices);
        Assert.True(RefreshCalls.FinishSessionKeyRefresh(
            Gate(SurfaceFunction.FinishSessionKeyRefresh, session), pending: true, Choices).Runs);
        using var keyThen = keyNow.Refresh(SessionKeyNonce.Read(random));
        Assert.Equal(Clear, Decode(decoders, ref decoder, session, ref ledger, keyThen, epoch: 1));

        // What is on the protected surface comes back only as ciphertext.
        Assert.Equal(Clear, ReadBack(session, keyThen));
    }

    private static CallVerdict Gate(SurfaceFunction call, CryptoSessionState session) =>
        SessionCallGate.Check(call, session.Facts(), Device, Choices);

    private static byte[] Bytes(byte fill) => [.. Enumerable.Repeat(fill, 16)];

    private static byte[] ReadCertificate(CertificateInfo info)
    {
        var certificate = new byte[CertificateQueries.GetCertificateSize(Device, info).Value];
        Assert.Equal(DdiStatus.Ok, CertificateQueries.GetCertificate(Device, info, certificate));
        Assert.True(DeviceCertificate.TryReadPublicKey(certificate, out var publicKey));
        return publicKey;
    }

    private static ProtectedDevice Bind(DeviceKeyPair driver, DecoderState decoder, CryptoSessionState session)
    {
        var machine = new ChannelMachine(Device, Choices);
        var channel = machine.CreateAuthenticatedChannel(
            AuthenticatedChannelType.DriverHardware, 0, CreationFacts.Fine).Value!;
        var device = new ProtectedDevice(ContentHandle.Mint(ContentHandleKind.Device, 0))
        {
            Decoders = [new(decoder.Handle, Profile)],
            Sessions = [new(session.Handle, Profile)],
        };
        var publicKey = ReadCertificate(CertificateInfo.Of(AuthenticatedChannelType.DriverHardware));
        using var key = new AesKey(Bytes(0x22));
        channel = machine.NegotiateAuthenticatedChannelKeyExchange(
            channel, device, DeviceKeyPair.Wrap(publicKey, Bytes(0x22)), driver).Channel;
        var client = new ChannelClient(key, channel.Handle, new InitializeCommand(7, 3000));
        var (message, output) = (new byte[96], new byte[96]);

        channel = machine.ConfigureAuthenticatedChannel(
            channel, device, message.AsSpan(0, client.WriteInitialize(message)), output).Channel;
        Assert.Equal(new(true, DdiStatus.Ok, null), client.ReadCommandOutput(output));
        channel = machine.QueryAuthenticatedChannel(
            channel, device, message.AsSpan(0, client.WriteQuery(new ChannelTypeQuery(), message)), output).Channel;
        Assert.Equal(
            new ChannelTypeAnswer(AuthenticatedChannelType.DriverHardware), client.ReadAnswer(output).Answer);
        channel = machine.QueryAuthenticatedChannel(
            channel, device, message.AsSpan(0, client.WriteQuery(new DeviceHandleQuery(), message)), output).Channel;
        var handle = ((DeviceHandleAnswer)client.ReadAnswer(output).Answer!).DeviceHandle;
        var bind = new CryptoSessionCommand(decoder.Handle, session.Handle, handle);
        device = machine.ConfigureAuthenticatedChannel(
            channel, device, message.AsSpan(0, client.WriteCommand(bind, message)), output).Device;
        Assert.Equal(new(true, DdiStatus.Ok, null), client.ReadCommandOutput(output));
        return device;
    }

    // What client and driver do for one frame: the client encrypts a slice under a content key, the driver takes it apart.
    private static byte[] Decode(
        DecoderMachine machine,
        ref DecoderState decoder,
        CryptoSessionState session,
        ref IvLedger ledger,
        SessionKey sessionKey,
        int epoch)
    {
        var wrapped = new byte[16];
        sessionKey.WrapContentKey(Bytes(0x33), wrapped);
        SubSample[] map = [new(9, 100), new(11, 40)];
        var counter = new AesCtrIv(Iv: 5 + (ulong)epoch, Count: 0);
        var slice = new byte[Clear.Length];
        using var contentKey = new AesKey(Bytes(0x33));
        RangeCipher.Transform(contentKey, counter, EncryptedRanges.SubSamples(map), Clear, slice);

        var facts = new DecodeFacts { Session = new(session.Handle, epoch, session.Status) };
        decoder = machine.VideoDecoderBeginFrame(decoder, wrapped, DecoderLayer.Application, facts).Decoder;
        var iv = new byte[16];
        counter.Write(iv);
        VideoDecoderBufferDesc1[] buffers =
        [
            new() { BufferType = (int)VideoDecoderBufferType.PictureParameters, DataSize = 16 },
            new() { BufferType = (int)VideoDecoderBufferType.SliceControl, DataSize = 16 },
            new()
            {
                BufferType = (int)VideoDecoderBufferType.Bitstream, DataSize = (uint)slice.Length, Iv = iv, SubSamples = map,
            },
        ];
        var step = machine.VideoDecoderSubmitBuffers1(decoder, buffers, DecoderLayer.Application, facts, ledger);
        Assert.Equal(CallVerdict.GoesOn, step.Verdict);
        var ended = machine.VideoDecoderEndFrame(step.Decoder, facts);
        Assert.True(ended.Verdict.Runs);
        (decoder, ledger) = (ended.Decoder, step.Ledger);

        var encryption = step.Buffers[2].Encryption!;
        Assert.Equal(epoch, encryption.Key.Epoch);
        var opened = new byte[16];
        encryption.Key.ContentKey!.Value.Write(opened);
        sessionKey.UnwrapContentKey(opened, opened);
        var decoded = new byte[slice.Length];
        KeystreamCipher.Transform(
            new AesKey(opened), encryption.Iv, encryption.Ranges, Choices.SkippedBytes, slice, decoded);
        return decoded;
    }

    private static byte[] ReadBack(CryptoSessionState session, SessionKey sessionKey)
    {
        var surface = new ResourceDesc(10, 4, 4) { Misc = ResourceMiscFlags.HwProtected };
        var staging = new ResourceDesc(10, 4, 4) { Usage = ResourceUsage.Staging, CpuAccess = CpuAccess.Read };
        Assert.Equal(
            CopyOutcome.Refused,
            new SurfaceAccess(Device, ProtectionFlags.None).Copy(surface, staging));

        var machine = new ReadBackMachine(Device, Choices);
        var (wrapped, iv) = (new byte[16], new byte[16]);
        var state = machine.GetEncryptionBltKey(
            new(), Gate(SurfaceFunction.GetEncryptionBltKey, session), sessionKey, Bytes(0x44), wrapped).State;
        var request = new EncryptionBltRequest(
            new ProtectedSurface(surface).Written(SurfaceContent.Protected, SurfaceGeneration.First),
            new ProtectedSurface(staging),
            DestinationSize: 192,
            SurfaceGeneration.First,
            DrawnIv: 77);
        var step = machine.EncryptionBlt(state, Gate(SurfaceFunction.EncryptionBlt, session), request, null, iv);
        Assert.True(step.Verdict.Runs);
        var read = new byte[Clear.Length];
        ReadBackCipher.Transform(step.State.Key!, AesCtrIv.Read(iv), Clear, read);
        Assert.NotEqual(Clear, read);

        // The client's side of it.
        sessionKey.UnwrapContentKey(wrapped, wrapped);
        ReadBackCipher.Transform(new AesKey(wrapped), AesCtrIv.Read(iv), read, read);
        return read;
    }
}
