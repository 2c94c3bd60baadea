using Sim.Actors.Surface;
using Sim.Hardware.Channels;
using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.Decoding;
using Sim.Hardware.Profiles;
using Sim.Hardware.Resources;

namespace Sim.Tests.Actors.Surface.Fuzz;

/// <summary>
/// Random calls with random arguments. What the model knows of the device makes most of them right, in sequences that lead
/// somewhere; the others are nearly right, or garbage. The same seed and answers give the same calls.
/// </summary>
internal sealed partial class CallSource
{
    private static readonly AesKey ChannelKey = new(SampleKeys.All[0].Key);

    private static readonly Guid[] Guids =
    [
        CryptoTypes.Aes128Ctr, CryptoTypes.Proprietary, Guid.Empty, DecodeProfiles.H264VldNoFgt,
        DecodeProfiles.HevcVldMain, KeyExchangeTypes.RsaesOaep, KeyExchangeTypes.HwProtection, KeyExchangeTypes.Dxva,
        DecoderEncryptions.NoEncrypt, DecoderEncryptions.HwCenc,
    ];

    private readonly Random _random;
    private readonly byte[] _noise;
    private readonly int _device;
    private readonly DeviceProfile _profile;
    private readonly DeviceModel _model;
    private readonly ResourceDesc _protected;
    private readonly VideoDecoderConfig _decoder;
    private readonly List<DriverHandle> _sessions = [];
    private readonly List<DriverHandle> _messageSessions = [];
    private readonly List<DriverHandle> _decoders = [];
    private readonly List<DriverHandle> _stagings = [];
    private readonly List<DriverHandle> _protecteds = [];
    private readonly List<OpenedChannel> _channels = [];
    private readonly List<ContentHandle> _contentHandles = [];

    // What follows from an answer, so that calls come in an order that leads somewhere.
    private readonly Queue<Func<VideoDevice.Call>> _plan = new();

    // Surfaces that a map, decoders that a frame is on its way for: what else is to succeed had better leave them alone.
    private readonly HashSet<DriverHandle> _taken = [];

    // What comes before anything else.
    private readonly Queue<VideoDevice.Call> _first = new();

    /// <summary>Begins with the creation of what later calls need.</summary>
    /// <param name="random">The chance.</param>
    /// <param name="device">Number of the device that is called.</param>
    /// <param name="profile">What the device can do.</param>
    /// <param name="model">What is known of it.</param>
    public CallSource(Random random, int device, DeviceProfile profile, DeviceModel model)
    {
        (_random, _noise, _device, _profile, _model) = (random, Noise(random), device, profile, model);
        var hasSessions = profile.HasAny(DdiContentProtectionCaps.Software | DdiContentProtectionCaps.Hardware);
        _protected = hasSessions
            ? SurfaceClient.Protected
            : SurfaceClient.Protected with { Misc = ResourceMiscFlags.HwProtected };
        _decoder = VideoDecoderConfig.Raw(hasSessions ? DecoderEncryptions.CryptoSession : DecoderEncryptions.NoEncrypt);
        Plan(() => new VideoDevice.CreateAuthenticatedChannel(BestChannel));
        Plan(() => new VideoDevice.CreateCryptoSession(SurfaceClient.Rsa));
        Plan(() => new VideoDevice.CreateCryptoSession(SurfaceClient.Rsa));
        for (var i = 0; i < 6; i++)
        {
            Plan(() => new VideoDevice.CreateSurface(SurfaceClient.Staging));
            Plan(() => new VideoDevice.CreateSurface(_protected));
        }

        Plan(() => new VideoDevice.CreateCryptoSession(SurfaceClient.Messages));
        Plan(() => new VideoDevice.CreateVideoDecoder(new(DecodeProfiles.H264VldNoFgt, 64, 64, 103), _decoder));
    }

    private AuthenticatedChannelType BestChannel => _profile.Has(DdiContentProtectionCaps.Hardware)
        ? AuthenticatedChannelType.DriverHardware
        : AuthenticatedChannelType.D3D11;

    /// <summary>Whether a call wrote the IV that it was given memory for.</summary>
    public static bool IsWritten(ReadOnlySpan<byte> iv) =>
        iv.Length == AesCtrIv.Size && !iv[8..].ContainsAnyExcept((byte)0);

    /// <summary>The next call.</summary>
    public VideoDevice.Call Next()
    {
        if (_first.TryDequeue(out var first))
            return first;
        if (_plan.Count > 0 && !Chance(_plan.Count > 16 ? 50 : 4))
            return _plan.Dequeue()();
        return _random.Next(16) switch
        {
            0 => Question(),
            1 => Creation(),
            2 => OfSession(),
            3 or 4 => OfChannel(),
            5 => OfDecoder(),
            6 or 7 or 8 => Frame(),
            9 or 10 or 11 => Blit(),
            12 => OfSurface(),
            13 => Fill(),
            14 => ReadBack(AnySession(), Protected()),
            _ => Refresh(),
        };
    }

    /// <summary>Something was told to the device by which keys may be lost: whoever finds them lost makes others.</summary>
    public void Suspect()
    {
        foreach (var session in _sessions)
            Plan(() => new VideoDevice.CheckCryptoSessionStatus(session));
    }

    /// <summary>Writes into a mapped surface, now and then.</summary>
    /// <returns>What was written; null: nothing.</returns>
    public byte[]? Write(Memory<byte> mapped)
    {
        if (Chance(4))
            return null;
        var bytes = new byte[mapped.Length];
        _random.NextBytes(bytes);
        bytes.CopyTo(mapped);
        return bytes;
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

    private DriverHandle AnySession() => Chance(4) ? SomeSession() : Keyed() ?? SomeSession();

    private DriverHandle SomeSession() => Any(Chance(16) ? _messageSessions : _sessions, DriverObject.CryptoSession);

    private DriverHandle MessageSession() => Chance(8) ? AnySession() : Any(_messageSessions, DriverObject.CryptoSession);

    private DriverHandle AnySurface() => Any(Chance(2) ? _stagings : _protecteds, DriverObject.Surface);

    private DriverHandle Staging() => Chance(16) ? AnySurface() : Free(_stagings, DriverObject.Surface);

    private DriverHandle Protected() => Chance(16) ? AnySurface() : Any(_protecteds, DriverObject.Surface);

    private DriverHandle AnyDecoder() => Any(_decoders, DriverObject.Decoder);

    private DriverHandle Free(List<DriverHandle> known, DriverObject kind)
    {
        var first = _random.Next(Math.Max(1, known.Count));
        for (var i = 0; i < known.Count; i++)
        {
            if (known[(first + i) % known.Count] is var one && !_taken.Contains(one))
                return one;
        }

        return Any(known, kind);
    }

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

    // Above all that went before on its session; now and then not.
    private byte[] IvFor(DriverHandle session)
    {
        if (_model.Session(session) is not { } known || Chance(16))
            return SurfaceClient.Iv((ulong)_random.NextInt64(Chance(2) ? 100 : long.MaxValue));
        known.IssuedIv += Chance(200) ? 1UL << 60 : (ulong)_random.Next(1, 4);
        var iv = SurfaceClient.Iv(known.IssuedIv);
        if (Chance(60))
            iv.AsSpan(8).Fill(0xff);
        return iv;
    }

    private DriverHandle? Keyed()
    {
        var first = _random.Next(Math.Max(1, _sessions.Count));
        for (var i = 0; i < _sessions.Count; i++)
        {
            if (_sessions[(first + i) % _sessions.Count] is var session && _model.IsKeyed(session))
                return session;
        }

        return null;
    }

    // One that a blit can go to or come from.
    private DriverHandle Like(DriverHandle surface, List<DriverHandle> among)
    {
        var first = _random.Next(Math.Max(1, among.Count));
        for (var i = 0; i < among.Count; i++)
        {
            var one = among[(first + i) % among.Count];
            if (one != surface
                && !_taken.Contains(one)
                && _model.Surface(one) is { IsMapped: false, Desc: var desc }
                && _model.Surface(surface)?.Desc is { } like
                && (desc.Width, desc.Height, desc.BytesPerPixel) == (like.Width, like.Height, like.BytesPerPixel)
                && !Chance(30))
                return one;
        }

        return Any(among, DriverObject.Surface);
    }

    private static byte[] Noise(Random random)
    {
        var noise = new byte[4096];
        random.NextBytes(noise);
        return noise;
    }

    private byte[] WrappedKey() => Any(SampleKeys.All).Wrapped;

    private sealed record OpenedChannel(DriverHandle Handle, ChannelClient Client)
    {
        /// <summary>It takes commands and questions.</summary>
        public bool IsReady { get; set; }
    }
}
