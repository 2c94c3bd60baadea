using Sim.Actors.Surface;
using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.Decoding;
using Sim.Hardware.Resources;

namespace Sim.Tests.Actors.Surface.Fuzz;

// Blits, frames and surfaces.
internal sealed partial class CallSource
{
    private VideoDevice.Call Blit()
    {
        var (session, source) = (AnySession(), Staging());
        if (Chance(8))
            return new VideoDevice.DecryptionBlt(session, source, Protected(), Pattern(), ContentKey(), BlitIv(session));
        var destination = Like(source, _protecteds);
        var hasKey = Chance(3) && Can(DdiContentProtectionCaps.ContentKey);
        var hasPattern = Chance(3) && Can(DdiContentProtectionCaps.PartialDecryption);
        if (Chance(2))
            Plan(() => ReadBack(session, destination));
        return new VideoDevice.DecryptionBlt(
            session, source, destination, hasPattern ? Pattern() : null, hasKey ? Bytes(16) : default, BlitIv(session));
    }

    // Whether to use what the device may lack.
    private bool Can(DdiContentProtectionCaps caps) => _profile.Has(caps) || Chance(20);

    // The CPU looks at what a protected surface holds.
    private VideoDevice.Call ReadBack(DriverHandle session, DriverHandle surface)
    {
        var staging = Like(surface, _stagings);
        if (Chance(8))
        {
            Plan(() => Look(staging));
            return new VideoDevice.CopyResource(staging, surface);
        }

        if (_model.Session(session)?.ReadBackKey is null)
        {
            Plan(() => ReadBackNow(session, surface, staging));
            return new VideoDevice.GetEncryptionBltKey(session, Room(16));
        }

        return ReadBackNow(session, surface, staging);
    }

    private VideoDevice.EncryptionBlt ReadBackNow(DriverHandle session, DriverHandle surface, DriverHandle staging)
    {
        Plan(() => Look(staging));
        var iv = Chance(30) ? Room(0, 8, 15, 17) : Room(16);
        iv.AsSpan().Fill(0xff);
        return new(session, surface, staging, iv);
    }

    private VideoDevice.Map Look(DriverHandle staging)
    {
        _taken.Add(staging);
        return new(staging, CpuAccess.Read, DoNotWait: false);
    }

    private VideoDevice.Map Fill()
    {
        var staging = Staging();
        _taken.Add(staging);
        return new(staging, CpuAccess.Write, Chance(4));
    }

    private EncryptedBlockInfo? Pattern() => _random.Next(5) switch
    {
        0 => new((uint)_random.Next(5) * 16, (uint)_random.Next(3) * 16, (uint)_random.Next(3) * 16),
        1 => new((uint)_random.Next(), (uint)_random.Next(100), (uint)_random.Next(100)),
        _ => null,
    };

    private ReadOnlyMemory<byte> ContentKey() => _random.Next(12) switch
    {
        0 => Bytes(0, 15, 17),
        1 => new byte[16],
        < 6 => Bytes(16),
        _ => default,
    };

    private ReadOnlyMemory<byte> BlitIv(DriverHandle session) => Chance(40) ? Bytes(0, 8, 15, 17) : IvFor(session);

    private VideoDevice.Call OfSurface() => _random.Next(10) switch
    {
        0 => Chance(8) ? new VideoDevice.DestroySurface(AnySurface()) : new VideoDevice.CreateSurface(Desc()),
        1 or 2 => new VideoDevice.CopyResource(AnySurface(), AnySurface()),
        3 or 4 => new VideoDevice.Map(Staging(), (CpuAccess)(_random.Next(4) << 16), Chance(2)),
        5 => new VideoDevice.Unmap(AnySurface()),
        6 when Chance(8) => new VideoDevice.DestroyVideoDecoder(AnyDecoder()),
        _ => new VideoDevice.CreateSurface(Desc()),
    };

    // A frame in the right order, with a few buffers; now and then a refresh comes between.
    private VideoDevice.Call Frame()
    {
        var (decoder, output) = (Chance(16) ? AnyDecoder() : Free(_decoders, DriverObject.Decoder), Protected());
        if (!_taken.Add(decoder) && !Chance(8))
            return Blit();
        VideoDevice.Call begin() => new VideoDevice.DecoderBeginFrame(decoder, output, FrameKey());
        if (_model.Decoder(decoder) is not { Config.UsesCryptoSession: true } known
            || (known.Session is { } bound && _model.IsKeyed(bound.Handle) && !Chance(8)))
            return begin();
        Plan(begin);
        return Bind(decoder, AnySession());
    }

    // The frame has begun.
    private void GoOn(DriverHandle decoder, DriverHandle output)
    {
        if (Chance(4))
            Plan(Refresh);
        Plan(() => Submission(decoder));
        if (Chance(2))
            Plan(() => Submission(decoder));
        Plan(() => new VideoDevice.DecoderEndFrame(decoder));
        if (Chance(2))
            Plan(() => ReadBack(AnySession(), output));
    }

    private ReadOnlyMemory<byte> FrameKey()
    {
        if (!_profile.Has(DdiContentProtectionCaps.DecryptionBlt))
            return Chance(8) ? ContentKey() : default;
        return _random.Next(8) switch
        {
            0 => ContentKey(),
            1 => default,
            < 5 when Can(DdiContentProtectionCaps.ContentKey) => Bytes(16),
            _ => new byte[16],
        };
    }

    private VideoDevice.Call OfDecoder() => _random.Next(8) switch
    {
        0 or 1 => new VideoDevice.DecoderBeginFrame(AnyDecoder(), AnySurface(), ContentKey()),
        2 => new VideoDevice.DecoderBeginHwFrame(
            AnyDecoder(),
            AnySurface(),
            Chance(6) ? (uint)_random.Next(64) : BeginFrameCryptoSession.Size,
            new(AnyContentHandle(), default, default, 0, default, 0)),
        3 => new VideoDevice.DecoderEndFrame(AnyDecoder()),
        4 => Submission(AnyDecoder()),
        _ when _decoders.Exists(IsFrameOpen) => Submission(_decoders.Find(IsFrameOpen)),
        _ => Frame(),
    };

    private bool IsFrameOpen(DriverHandle decoder) => _model.Decoder(decoder)?.Frame is not null;

    private VideoDevice.Call Submission(DriverHandle decoder)
    {
        var isFirst = Chance(30) || _model.Decoder(decoder)?.Frame is not { HasBuffers: true };
        var types = new int[Chance(60) ? _random.Next(200, 300) : isFirst && !Chance(30) ? _random.Next(3, 6) : _random.Next(1, 4)];
        for (var i = 0; i < types.Length; i++)
            types[i] = BufferType(isFirst ? i : i + 2);
        return _random.Next(3) switch
        {
            0 => Submit(decoder, types),
            1 => Submit1(decoder, types),
            _ => Submit2(decoder, types),
        };
    }

    private VideoDevice.SubmitDecoderBuffers Submit(DriverHandle decoder, int[] types)
    {
        var buffers = new VideoDecoderBufferDesc[types.Length];
        for (var i = 0; i < buffers.Length; i++)
        {
            var iv = BufferIv(decoder, types[i]);
            var isPartial = !iv.IsEmpty && Chance(3) && Can(DdiContentProtectionCaps.PartialDecryption);
            buffers[i] = new()
            {
                BufferType = types[i],
                DataSize = DataSize(),
                DataOffset = Chance(200) ? 1u : 0u,
                Iv = iv,
                PartialEncryption = isPartial,
                EncryptedBlockInfo = isPartial ? Pattern() ?? new(16, 16, 16) : default,
            };
        }

        return new(decoder, buffers, Data(buffers.Length, i => buffers[i].DataSize));
    }

    private VideoDevice.SubmitDecoderBuffers1 Submit1(DriverHandle decoder, int[] types)
    {
        var buffers = new VideoDecoderBufferDesc1[types.Length];
        for (var i = 0; i < buffers.Length; i++)
        {
            var (size, iv) = (DataSize(), BufferIv(decoder, types[i]));
            buffers[i] = new()
            {
                BufferType = types[i],
                DataSize = size,
                DataOffset = Chance(200) ? 1u : 0u,
                Iv = iv,
                SubSamples = iv.IsEmpty && !Chance(60) ? default : Map(size),
            };
        }

        return new(decoder, buffers, Data(buffers.Length, i => buffers[i].DataSize));
    }

    private VideoDevice.SubmitDecoderBuffers2 Submit2(DriverHandle decoder, int[] types)
    {
        var (_, plain, data) = Submit1(decoder, types);
        var buffers = new VideoDecoderBufferDesc2[plain.Length];
        for (var i = 0; i < buffers.Length; i++)
        {
            var buffer = plain.Span[i];
            var isStriped = Chance(2) && Can(DdiContentProtectionCaps.PartialDecryption);
            buffers[i] = new()
            {
                BufferType = buffer.BufferType,
                DataOffset = buffer.DataOffset,
                DataSize = buffer.DataSize,
                Iv = buffer.Iv,
                SubSamples = buffer.SubSamples,
                BlocksStripeEncrypted = isStriped ? (uint)_random.Next(1, 3) : 0,
                BlocksStripeClear = isStriped && !Chance(30) ? (uint)_random.Next(1, 3) : 0,
            };
        }

        return new(decoder, buffers, data);
    }

    private ReadOnlyMemory<byte> BufferIv(DriverHandle decoder, int type)
    {
        var frame = _model.Decoder(decoder)?.Frame;
        var isClear = frame is null or { Kind: FrameKeyKind.Clear } || type != (int)VideoDecoderBufferType.Bitstream;
        isClear = Chance(40) ? !isClear : isClear || Chance(5);
        return isClear ? default : BlitIv(_model.Decoder(decoder)?.Session?.Handle ?? default);
    }

    private int BufferType(int place) => place switch
    {
        _ when Chance(100) => _random.Next(-1, 12),
        0 => (int)VideoDecoderBufferType.PictureParameters,
        1 => (int)VideoDecoderBufferType.SliceControl,
        _ => (int)VideoDecoderBufferType.Bitstream,
    };

    private uint DataSize() => Chance(200) ? (uint)_random.Next() * 2u : (uint)_random.Next(1, 5) * 16;

    private ReadOnlyMemory<SubSample> Map(uint size) => _random.Next(16) switch
    {
        0 => default,
        1 => new SubSample[] { new((uint)_random.Next(40), (uint)_random.Next(40)) },
        < 8 => new SubSample[] { new(0, size) },
        _ when !Can(DdiContentProtectionCaps.PartialDecryption) => new SubSample[] { new(0, size) },
        < 12 => new SubSample[] { new(0, 3), new(2, 7), new(size - 12, 0) },
        _ => new SubSample[] { new(4, 8), new(0, unchecked(size - 12)) },
    };

    private ReadOnlyMemory<byte>[] Data(int count, Func<int, uint> size)
    {
        var data = new ReadOnlyMemory<byte>[Chance(80) ? _random.Next(8) : count];
        for (var i = 0; i < data.Length; i++)
            data[i] = Bytes(i < count ? (int)Math.Min(size(i), 4096) : 16);
        return data;
    }
}
