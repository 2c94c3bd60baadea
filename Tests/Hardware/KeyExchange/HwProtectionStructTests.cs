using System.Buffers.Binary;
using Sim.Hardware.Ddi;
using Sim.Hardware.KeyExchange;
using Xunit;

namespace Sim.Tests.Hardware.KeyExchange;

public sealed class HwProtectionStructTests
{
    [Fact]
    public void Outer_structure_lies_at_its_offsets()
    {
        var data = new HwProtectionData(5, new(0x1000_0000_0001), new(0x2000_0000_0002), DdiStatus.Fail);
        var bytes = new byte[32];

        data.Write(bytes);

        Assert.Equal(32, HwProtectionData.Size(DdiAbi.X64));
        Assert.Equal(5u, BinaryPrimitives.ReadUInt32LittleEndian(bytes));
        Assert.Equal(0x1000_0000_0001ul, BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(8)));
        Assert.Equal(0x2000_0000_0002ul, BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(16)));
        Assert.Equal(0x80004005u, BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(24)));
        Assert.Equal(data, HwProtectionData.Read(bytes));
    }

    [Fact]
    public void Outer_structure_is_half_as_long_with_4_byte_pointers()
    {
        var data = new HwProtectionData(5, new(0x10), new(0x20), DdiStatus.Ok);
        var bytes = new byte[16];

        data.Write(bytes, DdiAbi.X86);

        Assert.Equal(data, HwProtectionData.Read(bytes, DdiAbi.X86));
        Assert.Throws<OverflowException>(
            () => new HwProtectionData(5, new(1ul << 32), default, DdiStatus.Ok).Write(new byte[16], DdiAbi.X86));
    }

    [Fact]
    public void Input_head_has_two_sizes_in_front_of_the_bytes()
    {
        var head = new HwProtectionInput(32, 100);
        var bytes = new byte[8];

        head.Write(bytes);

        Assert.Equal(8, HwProtectionInput.HeadSize);
        Assert.Equal(12, HwProtectionInput.DeclaredSize);
        Assert.Equal(140ul, head.TotalSize);
        Assert.Equal(100u, BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(4)));
        Assert.Equal(head, HwProtectionInput.Read(bytes));
    }

    [Fact]
    public void Output_head_counts_times_in_100_ns()
    {
        var head = new HwProtectionOutput(
            32, 100, 7, TimeSpan.FromMilliseconds(1), TimeSpan.FromMicroseconds(2.5));
        var bytes = new byte[32];

        head.Write(bytes);

        Assert.Equal(32, HwProtectionOutput.HeadSize);
        Assert.Equal(40, HwProtectionOutput.DeclaredSize);
        Assert.Equal(164ul, head.MaxTotalSize);
        Assert.Equal(7u, BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(8)));
        Assert.Equal(10_000ul, BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(16)));
        Assert.Equal(25ul, BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(24)));
        Assert.Equal(head, HwProtectionOutput.Read(bytes));
    }

    [Fact]
    public void A_time_that_is_too_long_reads_as_the_longest()
    {
        var bytes = new byte[32];
        bytes.AsSpan(16).Fill(0xFF);

        Assert.Equal(TimeSpan.MaxValue, HwProtectionOutput.Read(bytes).TransportTime);
    }
}
