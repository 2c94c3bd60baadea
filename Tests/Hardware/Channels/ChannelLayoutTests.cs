using System.Buffers.Binary;
using Sim.Hardware.Channels;
using Sim.Hardware.Ddi;
using Xunit;

namespace Sim.Tests.Hardware.Channels;

/// <summary>Where each field lies in memory, with the offsets and sizes of the headers as literals.</summary>
public sealed class ChannelLayoutTests
{
    private static readonly ContentHandle Channel = new(0xC1);
    private static readonly Guid Encryption = CryptoTypes.Aes128Ctr;

    public static TheoryData<ConfigureCommand, int, int> Commands => new()
    {
        { new InitializeCommand(0x11, 0x22), 56, 48 },
        { new ProtectionCommand(ProtectionFlags.All), 56, 44 },
        { new CryptoSessionCommand(new(0x11), new(0x22), new(0x33)), 72, 52 },
        { new SharedResourceCommand(ProcessType.Handle, new(0x22), AllowAccess: true), 72, 52 },
        { new EncryptionWhenAccessibleCommand(Encryption), 64, 56 },
    };

    public static TheoryData<ChannelQuery, int, int> Queries => new()
    {
        { new ProtectionQuery(), 32, 24 },
        { new ChannelTypeQuery(), 32, 24 },
        { new DeviceHandleQuery(), 32, 24 },
        { new CryptoSessionQuery(new(0x11)), 40, 28 },
        { new ProcessCountQuery(), 32, 24 },
        { new ProcessQuery(0x11), 40, 28 },
        { new UnrestrictedCountQuery(), 32, 24 },
        { new OutputIdCountQuery(new(0x11), new(0x22)), 48, 32 },
        { new OutputIdQuery(new(0x11), new(0x22), 0x33), 56, 36 },
        { new AccessibilityQuery(), 32, 24 },
        { new EncryptionGuidCountQuery(), 32, 24 },
        { new EncryptionGuidQuery(0x11), 40, 28 },
        { new CurrentEncryptionQuery(), 32, 24 },
    };

    public static TheoryData<ChannelAnswer, int, int> Answers => new()
    {
        { new ProtectionAnswer(ProtectionFlags.ProtectionEnabled), 56, 48 },
        { new ChannelTypeAnswer(AuthenticatedChannelType.DriverHardware), 56, 48 },
        { new DeviceHandleAnswer(new(0x11)), 56, 48 },
        { new CryptoSessionAnswer(new(0x11), new(0x22), new(0x33)), 72, 56 },
        { new ProcessCountAnswer(0x11), 56, 48 },
        { new ProcessAnswer(0x11, ProcessType.Dwm, new(0x33)), 64, 56 },
        { new UnrestrictedCountAnswer(0x11), 56, 48 },
        { new OutputIdCountAnswer(new(0x11), new(0x22), 0x33), 72, 56 },
        { new OutputIdAnswer(new(0x11), new(0x22), 0x33, 0x4444_4444_4444), 80, 64 },
        { new AccessibilityAnswer(new(BusType.Agp, true, false)), 64, 56 },
        { new EncryptionGuidCountAnswer(0x11), 56, 48 },
        { new EncryptionGuidAnswer(0x11, Encryption), 72, 64 },
        { new CurrentEncryptionAnswer(Encryption), 64, 60 },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public void Commands_have_their_sizes_and_come_back(ConfigureCommand command, int x64, int x86)
    {
        Assert.Equal(new StructSize(x64, x86), command.Size);
        foreach (var abi in Enum.GetValues<DdiAbi>())
        {
            var bytes = Dirty(command.Size.Of(abi));
            command.Write(bytes, Channel, 9, abi);

            Assert.Equal(new ConfigureInput(command.Type, Channel, 9), ConfigureInput.Read(bytes, abi));
            Assert.Equal(command, ConfigureCommand.Read(bytes, abi));
            Assert.Throws<ArgumentOutOfRangeException>(() => command.Write(Dirty(bytes.Length - 1), Channel, 9, abi));
        }
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public void Questions_have_their_sizes_and_come_back(ChannelQuery query, int x64, int x86)
    {
        Assert.Equal(new StructSize(x64, x86), query.Size);
        foreach (var abi in Enum.GetValues<DdiAbi>())
        {
            var bytes = Dirty(query.Size.Of(abi));
            query.Write(bytes, Channel, 9, abi);

            Assert.Equal(new QueryInput(query.Type, Channel, 9), QueryInput.Read(bytes, abi));
            Assert.Equal(query, ChannelQuery.Read(bytes, abi));
        }
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public void Answers_have_their_sizes_and_come_back(ChannelAnswer answer, int x64, int x86)
    {
        Assert.Equal(new StructSize(x64, x86), answer.Size);
        foreach (var abi in Enum.GetValues<DdiAbi>())
        {
            var bytes = Dirty(answer.Size.Of(abi));
            new ChannelOutput(answer.Type, Channel, 9, DdiStatus.Fail).Write(bytes, abi);
            answer.Write(bytes, abi);

            Assert.Equal(
                new ChannelOutput(answer.Type, Channel, 9, DdiStatus.Fail), ChannelOutput.Read(bytes, abi));
            Assert.Equal(answer, ChannelAnswer.Read(bytes, abi));
        }
    }

    [Fact]
    public void Every_command_question_and_answer_is_listed_above()
    {
        Assert.Equal(Subtypes<ConfigureCommand>(), Commands.Count);
        Assert.Equal(Subtypes<ChannelQuery>(), Queries.Count);
        Assert.Equal(Subtypes<ChannelAnswer>(), Answers.Count);

        static int Subtypes<T>() => typeof(T).Assembly.GetTypes().Count(type => type.IsSubclassOf(typeof(T)));
    }

    [Fact]
    public void Command_head_lies_at_its_offsets_and_its_padding_is_zero()
    {
        var bytes = Dirty(48);
        new ConfigureInput(ConfigureTypes.Protection, new(0x1122334455667788), 0x99AABBCC).Write(bytes);

        Assert.Equal(new StructSize(48, 40), ConfigureInput.Size);
        Assert.Equal(new byte[16], bytes[..16]);
        Assert.Equal(ConfigureTypes.Protection, new Guid(bytes.AsSpan(16, 16)));
        Assert.Equal(0x1122334455667788ul, UInt64(bytes, 32));
        Assert.Equal(0x99AABBCCu, UInt32(bytes, 40));
        Assert.Equal(0u, UInt32(bytes, 44));
    }

    [Fact]
    public void Question_head_lies_at_its_offsets_and_its_padding_is_zero()
    {
        var bytes = Dirty(32);
        new QueryInput(QueryTypes.ChannelType, new(0x1122334455667788), 0x99AABBCC).Write(bytes);

        Assert.Equal(new StructSize(32, 24), QueryInput.Size);
        Assert.Equal(QueryTypes.ChannelType, new Guid(bytes.AsSpan(0, 16)));
        Assert.Equal(0x1122334455667788ul, UInt64(bytes, 16));
        Assert.Equal(0x99AABBCCu, UInt32(bytes, 24));
        Assert.Equal(0u, UInt32(bytes, 28));
    }

    [Fact]
    public void Answer_head_lies_at_its_offsets()
    {
        var bytes = Dirty(48);
        new ChannelOutput(QueryTypes.ChannelType, new(0x1122334455667788), 7, DdiStatus.InvalidArg).Write(bytes);

        Assert.Equal(new StructSize(48, 44), ChannelOutput.Size);
        Assert.Equal(new byte[16], bytes[..16]);
        Assert.Equal(QueryTypes.ChannelType, new Guid(bytes.AsSpan(16, 16)));
        Assert.Equal(0x1122334455667788ul, UInt64(bytes, 32));
        Assert.Equal(7u, UInt32(bytes, 40));
        Assert.Equal(0x80070057u, UInt32(bytes, 44));
    }

    [Fact]
    public void Command_payloads_lie_at_their_offsets()
    {
        Assert.Equal((0x11u, 0x22u), (UInt32(Bytes(0), 48), UInt32(Bytes(0), 52)));
        Assert.Equal(3u, UInt32(Bytes(1), 48));
        Assert.Equal((0x11ul, 0x22ul, 0x33ul), (UInt64(Bytes(2), 48), UInt64(Bytes(2), 56), UInt64(Bytes(2), 64)));
        Assert.Equal((2u, 0x22ul, 1u), (UInt32(Bytes(3), 48), UInt64(Bytes(3), 56), UInt32(Bytes(3), 64)));
        Assert.Equal(Encryption, new Guid(Bytes(4).AsSpan(48, 16)));

        static byte[] Bytes(int row)
        {
            var command = (ConfigureCommand)Commands.ElementAt(row)[0];
            var bytes = Dirty(command.Size.X64);
            command.Write(bytes, Channel, 1);
            return bytes;
        }
    }

    [Fact]
    public void Question_payloads_lie_at_their_offsets()
    {
        Assert.Equal(0x11ul, UInt64(Bytes(3), 32));
        Assert.Equal(0x11u, UInt32(Bytes(5), 32));
        Assert.Equal((0x11ul, 0x22ul), (UInt64(Bytes(7), 32), UInt64(Bytes(7), 40)));
        Assert.Equal((0x11ul, 0x22ul, 0x33u), (UInt64(Bytes(8), 32), UInt64(Bytes(8), 40), UInt32(Bytes(8), 48)));
        Assert.Equal(0x11u, UInt32(Bytes(11), 32));

        static byte[] Bytes(int row)
        {
            var query = (ChannelQuery)Queries.ElementAt(row)[0];
            var bytes = Dirty(query.Size.X64);
            query.Write(bytes, Channel, 1);
            return bytes;
        }
    }

    [Fact]
    public void Answer_payloads_lie_at_their_offsets()
    {
        Assert.Equal(1u, UInt32(Bytes(0), 48));
        Assert.Equal(3u, UInt32(Bytes(1), 48));
        Assert.Equal(0x11ul, UInt64(Bytes(2), 48));
        Assert.Equal((0x11ul, 0x22ul, 0x33ul), (UInt64(Bytes(3), 48), UInt64(Bytes(3), 56), UInt64(Bytes(3), 64)));
        Assert.Equal(0x11u, UInt32(Bytes(4), 48));
        Assert.Equal((0x11u, 1u, 0x33ul), (UInt32(Bytes(5), 48), UInt32(Bytes(5), 52), UInt64(Bytes(5), 56)));
        Assert.Equal(0x11u, UInt32(Bytes(6), 48));
        Assert.Equal((0x11ul, 0x22ul, 0x33u), (UInt64(Bytes(7), 48), UInt64(Bytes(7), 56), UInt32(Bytes(7), 64)));
        Assert.Equal((0x33u, 0x4444_4444_4444ul), (UInt32(Bytes(8), 64), UInt64(Bytes(8), 72)));
        Assert.Equal((4u, 1u, 0u), (UInt32(Bytes(9), 48), UInt32(Bytes(9), 52), UInt32(Bytes(9), 56)));
        Assert.Equal(0x11u, UInt32(Bytes(10), 48));
        Assert.Equal((0x11u, Encryption), (UInt32(Bytes(11), 48), new Guid(Bytes(11).AsSpan(52, 16))));
        Assert.Equal(Encryption, new Guid(Bytes(12).AsSpan(48, 16)));

        static byte[] Bytes(int row)
        {
            var answer = (ChannelAnswer)Answers.ElementAt(row)[0];
            var bytes = Dirty(answer.Size.X64);
            answer.Write(bytes);
            return bytes;
        }
    }

    [Fact]
    public void Unknown_types_have_no_structure()
    {
        var bytes = new byte[128];

        Assert.Null(ConfigureCommand.Read(bytes));
        Assert.Null(ChannelQuery.Read(bytes));
        Assert.Null(ChannelAnswer.Read(bytes));
        Assert.Null(ConfigureCommand.SizeOf(Guid.Empty));
        Assert.Null(QueryKind.Of(Guid.Empty));
    }

    private static byte[] Dirty(int size) => [.. Enumerable.Repeat((byte)0xEE, size)];

    private static uint UInt32(byte[] bytes, int offset) =>
        BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(offset));

    private static ulong UInt64(byte[] bytes, int offset) =>
        BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(offset));
}
