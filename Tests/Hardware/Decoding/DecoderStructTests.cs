using System.Buffers.Binary;
using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.Decoding;
using Xunit;

namespace Sim.Tests.Hardware.Decoding;

public sealed class DecoderStructTests
{
    private static readonly byte[] Iv = new byte[16];

    [Fact]
    public void Buffer_types_count_from_0_for_the_application_and_from_1_for_the_driver()
    {
        Assert.Equal(9, Enum.GetValues<VideoDecoderBufferType>().Length);
        Assert.Equal(7, VideoDecoderBufferType.Bitstream.ToDdi());
        Assert.Equal(VideoDecoderBufferType.Bitstream, VideoDecoderBufferTypes.From(DecoderLayer.Application, 6));
        Assert.Equal(VideoDecoderBufferType.Bitstream, VideoDecoderBufferTypes.From(DecoderLayer.Driver, 7));
        Assert.Null(VideoDecoderBufferTypes.From(DecoderLayer.Application, 9));
        Assert.Null(VideoDecoderBufferTypes.From(DecoderLayer.Application, -1));
        Assert.Null(VideoDecoderBufferTypes.From(DecoderLayer.Driver, VideoDecoderBufferTypes.DdiUnknown));
        Assert.Null(VideoDecoderBufferTypes.From(DecoderLayer.Driver, 10));
    }

    [Fact]
    public void Buffer_description_lies_at_its_offsets_and_comes_back()
    {
        var desc = new VideoDecoderBufferDesc
        {
            BufferType = 6,
            DataSize = 0x1111,
            FirstMbAddress = 0x2222,
            NumMbsInBuffer = 0x3333,
            ReservedBits = 0x4444,
            Iv = Iv,
            PartialEncryption = true,
            EncryptedBlockInfo = new(0x55, 0x66, 0x77),
        };
        var bytes = new byte[72];

        desc.Write(bytes, new(0x1234_5678_9ABC));

        Assert.Equal((72, 64), (VideoDecoderBufferDesc.SizeX64, VideoDecoderBufferDesc.SizeX86));
        Assert.Equal(6u, UInt32(bytes, 0));
        Assert.Equal(0x1111u, UInt32(bytes, 12));
        Assert.Equal(0x4444u, UInt32(bytes, 36));
        Assert.Equal(0x1234_5678_9ABCul, BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(40)));
        Assert.Equal(16u, UInt32(bytes, 48));
        Assert.Equal(1u, UInt32(bytes, 52));
        Assert.Equal((0x55u, 0x66u, 0x77u), (UInt32(bytes, 56), UInt32(bytes, 60), UInt32(bytes, 64)));
        Assert.Equal(desc, VideoDecoderBufferDesc.Read(bytes, (_, size) => Iv.AsMemory(0, (int)size)));
    }

    [Fact]
    public void Buffer_description_is_shorter_with_4_byte_pointers()
    {
        var desc = new VideoDecoderBufferDesc { BufferType = 1, Iv = Iv, EncryptedBlockInfo = new(1, 2, 3) };
        var bytes = new byte[64];

        desc.Write(bytes, new(0x40), DdiAbi.X86);

        Assert.Equal((0x40u, 16u, 1u), (UInt32(bytes, 40), UInt32(bytes, 44), UInt32(bytes, 52)));
        Assert.Equal(desc, VideoDecoderBufferDesc.Read(bytes, (_, _) => Iv, DdiAbi.X86));
        Assert.Throws<ArgumentOutOfRangeException>(() => desc.Write(bytes, default));
    }

    [Fact]
    public void Buffer_description_with_sub_samples_lies_at_its_offsets()
    {
        var desc = new VideoDecoderBufferDesc1
        {
            BufferType = 6,
            DataSize = 30,
            Iv = Iv,
            SubSamples = new SubSample[] { new(10, 20) },
        };
        var bytes = new byte[48];

        desc.Write(bytes, new(0xAAAA), new(0xBBBB));

        Assert.Equal(48, VideoDecoderBufferDesc1.SizeX64);
        Assert.Equal((6u, 0u, 30u), (UInt32(bytes, 0), UInt32(bytes, 4), UInt32(bytes, 8)));
        Assert.Equal((0xAAAAu, 16u, 0xBBBBu, 1u), (UInt32(bytes, 16), UInt32(bytes, 24), UInt32(bytes, 32), UInt32(bytes, 40)));
    }

    [Fact]
    public void Sub_samples_are_clear_bytes_and_then_encrypted_bytes()
    {
        byte[] memory = [10, 0, 0, 0, 20, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0];

        Assert.Equal([new(10, 20), new(256, 0)], VideoDecoderBufferDesc1.ReadSubSamples(memory));
        Assert.Throws<ArgumentException>(() => VideoDecoderBufferDesc1.ReadSubSamples(memory.AsSpan(1)));
    }

    [Theory]
    [InlineData(DecoderLayer.Application, 8, 16, 24, 32, 40)]
    [InlineData(DecoderLayer.Driver, 16, 8, 24, 40, 32)]
    public void Frame_of_a_hardware_key_has_another_order_in_each_layer(
        DecoderLayer layer, int blobSize, int blob, int keyInfo, int privateSize, int privateData)
    {
        var frame = new BeginFrameCryptoSession(new(1), new(2), new(3), 4, new(5), 6);
        var bytes = new byte[48];

        frame.Write(bytes, layer);

        Assert.Equal(48, BeginFrameCryptoSession.Size);
        Assert.Equal(
            (1u, 4u, 3u, 2u, 6u, 5u),
            (UInt32(bytes, 0), UInt32(bytes, blobSize), UInt32(bytes, blob), UInt32(bytes, keyInfo),
                UInt32(bytes, privateSize), UInt32(bytes, privateData)));
        Assert.Equal(frame, BeginFrameCryptoSession.Read(bytes, layer));
    }

    private static uint UInt32(byte[] bytes, int offset) =>
        BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(offset));
}
