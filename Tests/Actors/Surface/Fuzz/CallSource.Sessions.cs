using Sim.Actors.Surface;
using Sim.Hardware.Channels;
using Sim.Hardware.Ddi;
using Sim.Hardware.Decoding;
using Sim.Hardware.KeyExchange;
using Sim.Hardware.Resources;

namespace Sim.Tests.Actors.Surface.Fuzz;

// Questions, creation, sessions and channels.
internal sealed partial class CallSource
{
    private VideoDevice.Call Question() => _random.Next(8) switch
    {
        0 => new VideoDevice.GetContentProtectionCaps(AnyGuid(), AnyGuid()),
        1 => new VideoDevice.CheckCryptoKeyExchange(AnyGuid(), AnyGuid(), Chance(8) ? uint.MaxValue : (uint)_random.Next(3)),
        2 => new VideoDevice.CalcPrivateCryptoSessionSize(Args()),
        3 => new VideoDevice.GetCryptoSessionPrivateDataSize(Args()),
        4 => new VideoDevice.CalcPrivateAuthenticatedChannelSize(ChannelType()),
        5 => new VideoDevice.GetCryptoSessionHandle(AnySession()),
        6 => new VideoDevice.GetDriverHandle(AnyDecoder()),
        _ => new VideoDevice.GetDeviceRemovedReason(),
    };

    private VideoDevice.Call Creation() => _random.Next(8) switch
    {
        0 => new VideoDevice.CreateCryptoSession(Args()),
        1 => new VideoDevice.CreateAuthenticatedChannel(ChannelType()),
        2 => new VideoDevice.CreateVideoDecoder(
            new(Chance(6) ? AnyGuid() : DecodeProfiles.H264VldNoFgt, 64, 64, 103),
            Chance(4) ? new(AnyGuid(), AnyGuid(), AnyGuid(), (uint)_random.Next(3))
                : Chance(8) ? VideoDecoderConfig.Raw(DecoderEncryptions.HwCenc)
                : _decoder),
        _ => new VideoDevice.CreateSurface(Desc()),
    };

    private CreateCryptoSessionArgs Args() => Chance(5)
        ? new(AnyGuid(), AnyGuid(), AnyGuid())
        : Chance(3) ? SurfaceClient.Messages : SurfaceClient.Rsa;

    private AuthenticatedChannelType ChannelType() => (AuthenticatedChannelType)_random.Next(Chance(10) ? -1 : 1, 4);

    private VideoDevice.Call OfSession() => _random.Next(13) switch
    {
        0 => Chance(4) ? new VideoDevice.DestroyCryptoSession(AnySession()) : new VideoDevice.CheckCryptoSessionStatus(AnySession()),
        1 => new VideoDevice.GetCertificateSize(Chance(2) ? AnySession() : AnyChannel()),
        2 => new VideoDevice.GetCertificate(
            Chance(2) ? AnySession() : AnyChannel(), Room(DeviceCertificate.Chain.Length, DeviceCertificate.Chain.Length - 1)),
        3 => new VideoDevice.NegotiateCryptoSessionKeyExchange(AnySession(), KeyPacket()),
        4 => new VideoDevice.NegotiateHwProtection(MessageSession(), Packet()),
        5 => new VideoDevice.NegotiateHwProtectionMt(MessageSession(), Packet(), Chance(4) ? 1u : 0u),
        6 => new VideoDevice.GetDataForNewHardwareKey(AnySession(), Chance(3) ? (uint)_random.Next(64) : 32),
        7 => new VideoDevice.CheckCryptoSessionStatus(AnySession()),
        8 => new VideoDevice.GetEncryptionBltKey(AnySession(), Room(16)),
        9 or 10 => new VideoDevice.StartSessionKeyRefresh(AnySession(), Room(16)),
        _ => new VideoDevice.FinishSessionKeyRefresh(AnySession()),
    };

    private ReadOnlyMemory<byte> KeyPacket() => _random.Next(8) switch
    {
        0 => Bytes(256),
        1 => Bytes(0, 16, 255, 257),
        _ => WrappedKey(),
    };

    private HwProtectionPacket Packet()
    {
        var packet = SurfaceClient.Packet(Bytes(0, 16, 64).ToArray());
        return _random.Next(6) switch
        {
            0 => packet with { DataSize = (uint)_random.Next(64) },
            1 => packet with { Input = Bytes(0, 7, 8, 40, 56), Output = Room(0, 31, 32, 64, 128) },
            2 => packet with { Output = Room(32, 64) },
            3 => SurfaceClient.Packet(Bytes(16).ToArray(), room: _random.Next(16)),
            _ => packet,
        };
    }

    private VideoDevice.Call OfChannel()
    {
        if (ReadyChannel() is not { } channel || Chance(8))
        {
            return _random.Next(5) switch
            {
                0 => new VideoDevice.DestroyAuthenticatedChannel(AnyChannel()),
                1 => new VideoDevice.QueryAuthenticatedChannel(AnyChannel(), Bytes(0, 31, 32, 40), Room(0, 48, 56)),
                2 => new VideoDevice.ConfigureAuthenticatedChannel(AnyChannel(), Bytes(0, 47, 48, 56), Room(0, 47, 48)),
                _ => new VideoDevice.NegotiateAuthenticatedChannelKeyExchange(AnyChannel(), KeyPacket()),
            };
        }

        return _random.Next(16) switch
        {
            0 => new VideoDevice.NegotiateAuthenticatedChannelKeyExchange(channel.Handle, WrappedKey()),
            1 => Configure(channel, message => channel.Client.WriteInitialize(message)),
            < 8 => Configure(channel, message => channel.Client.WriteCommand(Command(), message)),
            _ => Query(channel),
        };
    }

    private VideoDevice.ConfigureAuthenticatedChannel Configure(OpenedChannel channel, Func<byte[], int> write)
    {
        var message = new byte[96];
        var size = write(message);
        return new(channel.Handle, Damaged(message, size), Chance(12) ? Room(47, 40) : Room(48, 96));
    }

    private VideoDevice.QueryAuthenticatedChannel Query(OpenedChannel channel)
    {
        var message = new byte[96];
        var size = channel.Client.WriteQuery(Ask(), message);
        return new(channel.Handle, Damaged(message, size), Chance(6) ? Room(80, 56, 48) : Room(96));
    }

    private ReadOnlyMemory<byte> Damaged(byte[] message, int size)
    {
        if (Chance(10))
            message[_random.Next(size)] ^= 0x40;
        return message.AsMemory(0, Chance(10) ? _random.Next(message.Length + 1) : size);
    }

    private OpenedChannel? ReadyChannel()
    {
        var first = _random.Next(Math.Max(1, _channels.Count));
        for (var i = 0; i < _channels.Count; i++)
        {
            if (_channels[(first + i) % _channels.Count] is { IsReady: true } ready)
                return ready;
        }

        return null;
    }

    private VideoDevice.Call Bind(DriverHandle decoder, DriverHandle session)
    {
        if (ReadyChannel() is not { } channel)
            return new VideoDevice.CreateAuthenticatedChannel(BestChannel);
        var command = _model.Decoder(decoder) is { } known && _model.Session(session) is { } to && !Chance(12)
            ? new(known.ContentHandle, to.ContentHandle, ContentHandle.Mint(ContentHandleKind.Device, _device))
            : Binding();
        return Configure(channel, message => channel.Client.WriteCommand(command, message));
    }

    private CryptoSessionCommand Binding() => new(
        Minted(ContentHandleKind.Decoder), Minted(ContentHandleKind.CryptoSession), Minted(ContentHandleKind.Device));

    private VideoDevice.Call Refresh()
    {
        var session = AnySession();
        Plan(() => new VideoDevice.FinishSessionKeyRefresh(session));
        return new VideoDevice.StartSessionKeyRefresh(session, Room(16));
    }

    private ConfigureCommand Command() => _random.Next(10) switch
    {
        < 3 => new ProtectionCommand((ProtectionFlags)_random.Next(Chance(6) ? 9 : 4)),
        3 => Binding(),
        < 7 => new SharedResourceCommand((ProcessType)_random.Next(4), new((ulong)_random.Next(80)), !Chance(3)),
        _ => new EncryptionWhenAccessibleCommand(AnyGuid()),
    };

    // Handles are minted by number, and so can be guessed; what was learnt is better.
    private ContentHandle Minted(ContentHandleKind kind)
    {
        for (var i = _contentHandles.Count - 1; i >= 0; i--)
        {
            if (_contentHandles[i].Value >> 24 == (ulong)kind && !Chance(3))
                return _contentHandles[i];
        }

        return Chance(10) ? AnyContentHandle() : ContentHandle.Mint(kind, kind == ContentHandleKind.Device ? _device : _random.Next(4));
    }

    private ChannelQuery Ask() => _random.Next(13) switch
    {
        0 => new ProtectionQuery(),
        1 => new ChannelTypeQuery(),
        2 => new DeviceHandleQuery(),
        3 => new CryptoSessionQuery(Minted(ContentHandleKind.Decoder)),
        4 => new ProcessCountQuery(),
        5 => new ProcessQuery((uint)_random.Next(4)),
        6 => new UnrestrictedCountQuery(),
        7 => new OutputIdCountQuery(Minted(ContentHandleKind.Device), Minted(ContentHandleKind.CryptoSession)),
        8 => new OutputIdQuery(
            Minted(ContentHandleKind.Device), Minted(ContentHandleKind.CryptoSession), (uint)_random.Next(2)),
        9 => new AccessibilityQuery(),
        10 => new EncryptionGuidCountQuery(),
        11 => new EncryptionGuidQuery((uint)_random.Next(3)),
        _ => new CurrentEncryptionQuery(),
    };

    private ResourceDesc Desc() => _random.Next(6) switch
    {
        0 => new((uint)_random.Next(), (uint)_random.Next(20000), (uint)_random.Next(20))
        {
            Misc = (ResourceMiscFlags)(_random.Next(1 << 20) & 0x87902),
        },
        1 => new((uint)_random.Next(70), (uint)_random.Next(10), (uint)_random.Next(9))
        {
            Usage = (ResourceUsage)_random.Next(4),
            CpuAccess = (CpuAccess)(_random.Next(4) << 16),
            Bind = (ResourceBind)_random.Next(64),
            IsMultisampled = Chance(2),
        },
        2 or 3 => SurfaceClient.Staging,
        4 => SurfaceClient.Protected with { Misc = ResourceMiscFlags.HwProtected },
        _ => _protected,
    };
}
