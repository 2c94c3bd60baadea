using System.Buffers.Binary;
using Sim.Hardware.Ddi;
using Xunit;

namespace Sim.Tests.Hardware.Ddi;

public sealed class DdiStructTests
{
    [Fact]
    public void Caps_lie_at_their_offsets_and_come_back()
    {
        var caps = new VideoContentProtectionCaps(ContentProtectionCaps.HardwareTeardown, 2, 16, 0x1122334455667788);
        var bytes = Enumerable.Repeat((byte)0xAA, 24).ToArray();

        caps.Write(bytes);

        Assert.Equal(24, VideoContentProtectionCaps.Size);
        Assert.Equal(0x2000u, BinaryPrimitives.ReadUInt32LittleEndian(bytes));
        Assert.Equal(2u, BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(4)));
        Assert.Equal(16u, BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(8)));
        Assert.Equal(0u, BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(12)));
        Assert.Equal(0x1122334455667788ul, BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(16)));
        Assert.Equal(caps, VideoContentProtectionCaps.Read(bytes));
    }

    [Fact]
    public void Session_arguments_are_three_guids()
    {
        var args = new CreateCryptoSessionArgs(
            CryptoTypes.Aes128Ctr, DecodeProfiles.H264VldNoFgt, KeyExchangeTypes.HwProtection);
        var bytes = new byte[48];

        args.Write(bytes);

        Assert.Equal(48, CreateCryptoSessionArgs.Size);
        Assert.Equal(DecodeProfiles.H264VldNoFgt, new Guid(bytes.AsSpan(16, 16)));
        Assert.Equal(KeyExchangeTypes.HwProtection, new Guid(bytes.AsSpan(32, 16)));
        Assert.Equal(args, CreateCryptoSessionArgs.Read(bytes));
    }

    [Fact]
    public void Certificate_info_is_a_union_at_offset_4()
    {
        var ofSession = CertificateInfo.Of(CryptoTypes.Aes128Ctr);
        var ofChannel = CertificateInfo.Of(AuthenticatedChannelType.DriverHardware);
        var bytes = new byte[20];

        ofSession.Write(bytes);
        Assert.Equal(20, CertificateInfo.Size);
        Assert.Equal(2u, BinaryPrimitives.ReadUInt32LittleEndian(bytes));
        Assert.Equal(CryptoTypes.Aes128Ctr, new Guid(bytes.AsSpan(4)));
        Assert.Equal(ofSession, CertificateInfo.Read(bytes));

        ofChannel.Write(bytes);
        Assert.Equal(1u, BinaryPrimitives.ReadUInt32LittleEndian(bytes));
        Assert.Equal(3u, BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(4)));
        Assert.Equal(ofChannel, CertificateInfo.Read(bytes));

        bytes[0] = 9;
        Assert.Equal((CertificateType)9, CertificateInfo.Read(bytes).CertificateType);
    }

    [Fact]
    public void Structures_refuse_memory_that_is_too_short()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => default(VideoContentProtectionCaps).Write(new byte[23]));
        Assert.Throws<ArgumentOutOfRangeException>(() => VideoContentProtectionCaps.Read(new byte[23]));
        Assert.Throws<ArgumentOutOfRangeException>(() => CreateCryptoSessionArgs.Read(new byte[47]));
        Assert.Throws<ArgumentOutOfRangeException>(() => CertificateInfo.Read(new byte[19]));
    }

    [Fact]
    public void Enumerations_have_the_values_of_the_headers()
    {
        Assert.Equal([0, 1, 2], Enum.GetValues<CryptoSessionStatus>().Select(value => (int)value));
        Assert.Equal([1, 2, 3], Enum.GetValues<AuthenticatedChannelType>().Select(value => (int)value));
        Assert.Equal([1, 2], Enum.GetValues<CertificateType>().Select(value => (int)value));
    }

    [Fact]
    public void Handles_of_different_kinds_differ_fit_32_bits_and_are_never_none()
    {
        var handles = Enum.GetValues<ContentHandleKind>()
            .SelectMany(kind => new[] { 0, 1, ContentHandle.MaxIndex }.Select(i => ContentHandle.Mint(kind, i)))
            .ToArray();

        Assert.Distinct(handles);
        Assert.All(handles, handle => Assert.InRange(handle.Value, 1ul, uint.MaxValue));
        Assert.True(ContentHandle.None.IsNone);
        Assert.Throws<ArgumentOutOfRangeException>(() => ContentHandle.Mint(ContentHandleKind.Channel, -1));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => ContentHandle.Mint(ContentHandleKind.Channel, ContentHandle.MaxIndex + 1));
    }
}
