using Sim.Actors.Surface;
using Sim.Hardware.Channels;
using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.Decoding;

namespace Sim.Tests.Actors.Surface.Fuzz;

/// <summary>
/// Random calls with random arguments, most of them near to ones that would be taken: handles that were learnt from
/// answers, sizes that are nearly right. The same seed and answers give the same calls.
/// </summary>
internal sealed partial class CallSource
{
    private static readonly byte[] PublicKey = MakePublicKey();
    private static readonly byte[] KeyBytes = SurfaceClient.Bytes(0x2b);
    private static readonly byte[] WrappedKey = DeviceKeyPair.Wrap(PublicKey, KeyBytes);
    private static readonly AesKey ChannelKey = new(KeyBytes);

    private static readonly Guid[] Guids =
    [
        CryptoTypes.Aes128Ctr, CryptoTypes.Proprietary, Guid.Empty, DecodeProfiles.H264VldNoFgt,
        DecodeProfiles.HevcVldMain, KeyExchangeTypes.RsaesOaep, KeyExchangeTypes.HwProtection, KeyExchangeTypes.Dxva,
        DecoderEncryptions.NoEncrypt, DecoderEncryptions.HwCenc,
    ];

    private readonly Random _random;
    private readonly byte[] _noise;
    private readonly int _device;
    private readonly List<DriverHandle> _sessions = [];
    private readonly List<DriverHandle> _messageSessions = [];
    private readonly List<DriverHandle> _decoders = [];
    private readonly List<DriverHandle> _stagings = [];
    private readonly List<DriverHandle> _protecteds = [];
    private readonly List<OpenedChannel> _channels = [];
    private readonly List<ContentHandle> _contentHandles = [];
    private ulong _iv;

    // What follows from an answer, so that calls come in an order that leads somewhere.
    private readonly Queue<Func<VideoDevice.Call>> _plan = new();

    /// <summary>Begins with the creation of what later calls need.</summary>
    /// <param name="random">The chance.</param>
    /// <param name="device">Number of the device that is called.</param>
    public CallSource(Random random, int device)
    {
        (_random, _noise, _device) = (random, Noise(random), device);
        Plan(() => new VideoDevice.CreateAuthenticatedChannel(AuthenticatedChannelType.DriverHardware));
        Plan(() => new VideoDevice.CreateCryptoSession(SurfaceClient.Rsa));
        Plan(() => new VideoDevice.CreateCryptoSession(SurfaceClient.Rsa));
        for (var i = 0; i < 6; i++)
        {
            Plan(() => new VideoDevice.CreateSurface(SurfaceClient.Staging));
            Plan(() => new VideoDevice.CreateSurface(SurfaceClient.Protected));
        }

        Plan(() => new VideoDevice.CreateCryptoSession(SurfaceClient.Messages));
        Plan(() => new VideoDevice.CreateVideoDecoder(
            new(DecodeProfiles.H264VldNoFgt, 64, 64, 103), VideoDecoderConfig.Raw(DecoderEncryptions.CryptoSession)));
    }

    /// <summary>The next call.</summary>
    public VideoDevice.Call Next()
    {
        if (_plan.Count > 0 && !Chance(4))
            return _plan.Dequeue()();
        return _random.Next(12) switch
        {
            0 => Question(),
            1 => Creation(),
            2 => OfSession(),
            3 or 4 => OfChannel(),
            5 => OfDecoder(),
            6 => Frame(),
            7 or 8 or 9 => Blit(),
            10 => OfSurface(),
            _ => Refresh(),
        };
    }

    /// <summary>Learns from an answer.</summary>
    public void Learn(VideoDevice.Call call, object answer)
    {
        switch (call, answer)
        {
            case (VideoDevice.CreateCryptoSession asked, VideoDevice.Answer<DriverHandle> { Status: DdiStatus.Ok } made):
                var isMessages = asked.Args.KeyExchangeType == KeyExchangeTypes.HwProtection;
                Keep(
                    isMessages ? _messageSessions : _sessions,
                    most: 2,
                    made.Value,
                    old => new VideoDevice.DestroyCryptoSession(old));
                if (isMessages)
                {
                    Plan(() => new VideoDevice.NegotiateHwProtectionMt(made.Value, Packet(), 0));
                    Plan(() => new VideoDevice.NegotiateHwProtection(made.Value, Packet()));
                    break;
                }

                Plan(() => new VideoDevice.NegotiateCryptoSessionKeyExchange(made.Value, WrappedKey));
                Plan(() => new VideoDevice.GetCryptoSessionHandle(made.Value));
                Plan(() => new VideoDevice.GetEncryptionBltKey(made.Value, Room(16)));
                Plan(Bind);
                break;
            case (VideoDevice.CreateVideoDecoder, VideoDevice.Answer<DriverHandle> { Status: DdiStatus.Ok } made):
                Keep(_decoders, most: 3, made.Value, old => new VideoDevice.DestroyVideoDecoder(old));
                Plan(() => new VideoDevice.GetDriverHandle(made.Value));
                Plan(Bind);
                break;
            case (VideoDevice.CreateSurface asked, VideoDevice.Answer<DriverHandle> { Status: DdiStatus.Ok } made):
                Keep(
                    asked.Desc.IsProtected ? _protecteds : _stagings,
                    most: 6,
                    made.Value,
                    old => new VideoDevice.DestroySurface(old));
                break;
            case (VideoDevice.CreateAuthenticatedChannel asked, VideoDevice.Answer<VideoDevice.CreatedChannel> made)
                when made.Status == DdiStatus.Ok:
                Open(asked.Type, made.Value);
                break;
            case (VideoDevice.Map asked, VideoDevice.Answer<Memory<byte>> { Status: DdiStatus.Ok }):
                Plan(() => new VideoDevice.Unmap(asked.Surface));
                break;
            // Most likely its key is lost.
            case (VideoDevice.NegotiateCryptoSessionKeyExchange asked, VideoDevice.Answer { Status: not DdiStatus.Ok }):
                Replace(asked.Session);
                break;
            case (VideoDevice.CheckCryptoSessionStatus asked, VideoDevice.Answer<CryptoSessionStatus> answered)
                when answered.Value != CryptoSessionStatus.Ok:
                Replace(asked.Session);
                break;
            case (_, VideoDevice.Answer<ContentHandle> { Value.IsNone: false } handle):
                Keep(_contentHandles, most: 6, handle.Value, giveUp: null);
                break;
        }
    }

    private void Replace(DriverHandle session)
    {
        if (!_sessions.Remove(session))
            return;
        Plan(() => new VideoDevice.DestroyCryptoSession(session));
        Plan(() => new VideoDevice.CreateCryptoSession(SurfaceClient.Rsa));
    }

    private void Open(AuthenticatedChannelType type, VideoDevice.CreatedChannel made)
    {
        var start = new InitializeCommand((uint)_random.Next(), (uint)_random.Next());
        var key = type == AuthenticatedChannelType.D3D11 ? null : ChannelKey;
        var channel = new OpenedChannel(made.Channel, new(key, made.Handle, start));
        Keep(_channels, most: 3, channel, old => new VideoDevice.DestroyAuthenticatedChannel(old.Handle));
        Plan(() => new VideoDevice.NegotiateAuthenticatedChannelKeyExchange(made.Channel, WrappedKey));
        Plan(() => Configure(channel, message => channel.Client.WriteInitialize(message)));
    }

    private void Plan(Func<VideoDevice.Call> call)
    {
        if (_plan.Count < 64)
            _plan.Enqueue(call);
    }

    // Few are kept, so that calls meet on the same objects.
    private void Keep<T>(List<T> known, int most, T one, Func<T, VideoDevice.Call>? giveUp)
    {
        if (known.Count < most)
        {
            known.Add(one);
            return;
        }

        var place = _random.Next(known.Count);
        var old = known[place];
        known[place] = one;
        if (giveUp is not null)
            Plan(() => giveUp(old));
    }

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private T Any<T>(IReadOnlyList<T> list) => list[_random.Next(list.Count)];

    private DriverHandle Any(List<DriverHandle> known, DriverObject kind) => known.Count == 0 || Chance(20)
        ? new(_random.Next(-1, 3), Chance(4) ? (DriverObject)_random.Next(5) : kind, _random.Next(-1, 4))
        : Any(known);

    private DriverHandle AnySession() => Any(Chance(16) ? _messageSessions : _sessions, DriverObject.CryptoSession);

    private DriverHandle MessageSession() => Chance(8) ? AnySession() : Any(_messageSessions, DriverObject.CryptoSession);

    private DriverHandle AnySurface() => Any(Chance(2) ? _stagings : _protecteds, DriverObject.Surface);

    private DriverHandle Staging() => Chance(16) ? AnySurface() : Any(_stagings, DriverObject.Surface);

    private DriverHandle Protected() => Chance(16) ? AnySurface() : Any(_protecteds, DriverObject.Surface);

    private DriverHandle AnyDecoder() => Any(_decoders, DriverObject.Decoder);

    private DriverHandle AnyChannel() =>
        _channels.Count == 0 || Chance(20) ? Any([], DriverObject.Channel) : Any(_channels).Handle;

    private ContentHandle AnyContentHandle() =>
        _contentHandles.Count == 0 || Chance(10) ? new((ulong)_random.NextInt64()) : Any(_contentHandles);

    private Guid AnyGuid() => Any(Guids);

    // Memory that a call may write: never what another call reads.
    private byte[] Room(params ReadOnlySpan<int> sizes) => new byte[Size(sizes)];

    private ReadOnlyMemory<byte> Bytes(params ReadOnlySpan<int> sizes)
    {
        var size = Math.Min(Size(sizes), _noise.Length);
        return _noise.AsMemory(_random.Next(_noise.Length - size + 1), size);
    }

    private int Size(ReadOnlySpan<int> sizes) => Chance(16) ? _random.Next(300) : sizes[_random.Next(sizes.Length)];

    private byte[] Iv()
    {
        var iv = SurfaceClient.Iv(Chance(6) ? (ulong)_random.NextInt64() : ++_iv);
        if (Chance(20))
            iv.AsSpan(8).Fill(0xff);
        return iv;
    }

    private static byte[] Noise(Random random)
    {
        var noise = new byte[4096];
        random.NextBytes(noise);
        return noise;
    }

    private static byte[] MakePublicKey()
    {
        using var pair = DeviceKeyPair.CreateSimulated();
        return pair.PublicKey;
    }

    private sealed record OpenedChannel(DriverHandle Handle, ChannelClient Client);
}
