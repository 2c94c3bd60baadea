using Sim.Actors.Surface;
using Sim.Hardware.Crypto;
using Sim.Hardware.Decoding;
using Sim.Hardware.Resources;

namespace Sim.Tests.Actors.Surface.Fuzz;

// Blits, frames and surfaces.
internal sealed partial class CallSource
{
    private VideoDevice.Call Blit() => Chance(4)
        ? new VideoDevice.EncryptionBlt(AnySession(), Protected(), Staging(), Room(16))
        : new VideoDevice.DecryptionBlt(AnySession(), Staging(), Protected(), Pattern(), ContentKey(), BlitIv());

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

    private ReadOnlyMemory<byte> BlitIv() => Chance(20) ? Bytes(0, 8, 15, 17) : Iv();

    private VideoDevice.Call OfSurface() => _random.Next(10) switch
    {
        0 => Chance(4) ? new VideoDevice.DestroySurface(AnySurface()) : new VideoDevice.CreateSurface(Desc()),
        1 or 2 => new VideoDevice.CopyResource(AnySurface(), AnySurface()),
        3 or 4 => new VideoDevice.Map(Staging(), (CpuAccess)(_random.Next(4) << 16), Chance(2)),
        5 => new VideoDevice.Unmap(AnySurface()),
        6 when Chance(4) => new VideoDevice.DestroyVideoDecoder(AnyDecoder()),
        _ => new VideoDevice.CreateSurface(Desc()),
    };

    // A frame in the right order, with a few buffers; now and then a refresh comes between.
    private VideoDevice.Call Frame()
    {
        var decoder = AnyDecoder();
        Plan(() => new VideoDevice.DecoderBeginFrame(decoder, Protected(), FrameKey()));
        if (Chance(4))
            Plan(Refresh);
        Plan(() => Chance(2) ? Submit() with { Decoder = decoder } : Submit1() with { Decoder = decoder });
        Plan(() => Submit() with { Decoder = decoder });
        Plan(() => new VideoDevice.DecoderEndFrame(decoder));
        return Bind();
    }

    private ReadOnlyMemory<byte> FrameKey() => _random.Next(8) switch
    {
        0 => ContentKey(),
        < 4 => Bytes(16),
        _ => new byte[16],
    };

    private VideoDevice.Call OfDecoder() => _random.Next(8) switch
    {
        0 or 1 => new VideoDevice.DecoderBeginFrame(AnyDecoder(), AnySurface(), ContentKey()),
        2 => new VideoDevice.DecoderBeginHwFrame(
            AnyDecoder(),
            AnySurface(),
            Chance(6) ? (uint)_random.Next(64) : BeginFrameCryptoSession.Size,
            new(AnyContentHandle(), default, default, 0, default, 0)),
        3 or 4 => new VideoDevice.DecoderEndFrame(AnyDecoder()),
        5 or 6 => Submit(),
        _ => Submit1(),
    };

    private VideoDevice.SubmitDecoderBuffers Submit()
    {
        var buffers = new VideoDecoderBufferDesc[Count()];
        for (var i = 0; i < buffers.Length; i++)
        {
            buffers[i] = new()
            {
                BufferType = BufferType(i),
                DataSize = DataSize(),
                DataOffset = Chance(90) ? 1u : 0u,
                Iv = i >= 2 && !Chance(5) ? BlitIv() : default,
                PartialEncryption = Chance(8),
                EncryptedBlockInfo = Pattern() ?? default,
            };
        }

        return new(AnyDecoder(), buffers, Data(buffers.Length, i => buffers[i].DataSize));
    }

    private VideoDevice.SubmitDecoderBuffers1 Submit1()
    {
        var buffers = new VideoDecoderBufferDesc1[Count()];
        for (var i = 0; i < buffers.Length; i++)
        {
            var size = DataSize();
            buffers[i] = new()
            {
                BufferType = BufferType(i),
                DataSize = size,
                DataOffset = Chance(90) ? 1u : 0u,
                Iv = i >= 2 && !Chance(5) ? BlitIv() : default,
                SubSamples = i >= 2 ? Map(size) : default,
            };
        }

        return new(AnyDecoder(), buffers, Data(buffers.Length, i => buffers[i].DataSize));
    }

    private int Count() => Chance(60) ? _random.Next(200, 300) : _random.Next(3, 6);

    private int BufferType(int place) => place switch
    {
        _ when Chance(60) => _random.Next(-1, 12),
        0 => (int)VideoDecoderBufferType.PictureParameters,
        1 => (int)VideoDecoderBufferType.SliceControl,
        _ => (int)VideoDecoderBufferType.Bitstream,
    };

    private uint DataSize() => Chance(60) ? (uint)_random.Next() * 2u : (uint)_random.Next(1, 5) * 16;

    private ReadOnlyMemory<SubSample> Map(uint size) => _random.Next(4) switch
    {
        0 => default,
        1 => new SubSample[] { new((uint)_random.Next(40), (uint)_random.Next(40)) },
        2 => new SubSample[] { new(0, size) },
        _ => new SubSample[] { new(4, 8), new(0, unchecked(size - 12)) },
    };

    private ReadOnlyMemory<byte>[] Data(int count, Func<int, uint> size)
    {
        var data = new ReadOnlyMemory<byte>[Chance(40) ? _random.Next(8) : count];
        for (var i = 0; i < data.Length; i++)
            data[i] = Bytes(i < count ? (int)Math.Min(size(i), 4096) : 16);
        return data;
    }
}
