using Sim.Hardware.Channels;
using Sim.Hardware.Ddi;
using Xunit;

namespace Sim.Tests.Hardware.Channels;

/// <summary>What each question is answered with.</summary>
public sealed class ChannelQueryTests
{
    private static readonly ContentHandle Device = ChannelPage.SampleDevice.Handle;
    private static readonly ContentHandle Decoder = ChannelPage.Decoder;
    private static readonly ContentHandle Session = ChannelPage.Session;

    public static TheoryData<ChannelQuery, ChannelAnswer> Pairs => new()
    {
        { new ProtectionQuery(), new ProtectionAnswer(ProtectionFlags.ProtectionEnabled) },
        { new ChannelTypeQuery(), new ChannelTypeAnswer(AuthenticatedChannelType.DriverSoftware) },
        { new DeviceHandleQuery(), new DeviceHandleAnswer(Device) },
        { new CryptoSessionQuery(Decoder), new CryptoSessionAnswer(Decoder, Session, Device) },
        { new CryptoSessionQuery(new(0xDED)), new CryptoSessionAnswer(new(0xDED), ContentHandle.None, Device) },
        { new ProcessCountQuery(), new ProcessCountAnswer(1) },
        { new ProcessQuery(0), new ProcessAnswer(0, ProcessType.Handle, new(77)) },
        { new UnrestrictedCountQuery(), new UnrestrictedCountAnswer(4) },
        { new OutputIdCountQuery(Device, Session), new OutputIdCountAnswer(Device, Session, 2) },
        { new OutputIdQuery(Device, Session, 1), new OutputIdAnswer(Device, Session, 1, 12) },
        { new AccessibilityQuery(), new AccessibilityAnswer(new(BusType.PciExpress, false, true)) },
        { new EncryptionGuidCountQuery(), new EncryptionGuidCountAnswer(1) },
        { new EncryptionGuidQuery(0), new EncryptionGuidAnswer(0, CryptoTypes.Aes128Ctr) },
        { new CurrentEncryptionQuery(), new CurrentEncryptionAnswer(CryptoTypes.Aes128Ctr) },
    };

    public static TheoryData<ChannelQuery> Senseless => new()
    {
        new CryptoSessionQuery(new(1)),
        new ProcessQuery(1),
        new ProcessQuery(uint.MaxValue),
        new OutputIdCountQuery(new(1), Session),
        new OutputIdCountQuery(Device, new(1)),
        new OutputIdQuery(Device, Session, 2),
        new OutputIdQuery(new(1), Session, 0),
        new EncryptionGuidQuery(1),
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_question_is_answered(ChannelQuery query, ChannelAnswer answer) =>
        Assert.Equal(new ChannelReply(Authentic: true, DdiStatus.Ok, answer), Configured().Ask(query));

    [Theory]
    [MemberData(nameof(Senseless))]
    public void A_question_for_what_there_is_not_is_refused_with_zeros(ChannelQuery query)
    {
        var page = Configured();

        Assert.Equal(new ChannelReply(Authentic: true, DdiStatus.InvalidArg, null), page.Ask(query));
        Assert.All(page.Output[48..], b => Assert.Equal(0, b));
    }

    [Theory]
    [InlineData(AuthenticatedChannelType.D3D11, "111011000000 0")]
    [InlineData(AuthenticatedChannelType.DriverSoftware, "111111111111 1")]
    [InlineData(AuthenticatedChannelType.DriverHardware, "111100011111 1")]
    public void A_channel_takes_the_questions_of_its_kind(AuthenticatedChannelType type, string pattern)
    {
        ChannelQuery[] all =
        [
            new ProtectionQuery(), new ChannelTypeQuery(), new DeviceHandleQuery(), new CryptoSessionQuery(Decoder),
            new ProcessCountQuery(), new ProcessQuery(0), new UnrestrictedCountQuery(),
            new OutputIdCountQuery(Device, Session), new OutputIdQuery(Device, Session, 0), new AccessibilityQuery(),
            new EncryptionGuidCountQuery(), new EncryptionGuidQuery(0), new CurrentEncryptionQuery(),
        ];
        var page = ChannelPage.Open(type, device: Configured().Device, index: 1);

        var taken = all.Select(query => page.Ask(query).ReturnCode == DdiStatus.Fail ? '0' : '1');

        Assert.Equal(pattern.Replace(" ", "", StringComparison.Ordinal), new string([.. taken]));
    }

    [Fact]
    public void Before_anything_is_set_there_is_nothing_in_force()
    {
        var page = ChannelPage.Open();

        Assert.Equal(new ProtectionAnswer(ProtectionFlags.None), page.Ask(new ProtectionQuery()).Answer);
        Assert.Equal(new CurrentEncryptionAnswer(Guid.Empty), page.Ask(new CurrentEncryptionQuery()).Answer);
        Assert.Equal(new ProcessCountAnswer(0), page.Ask(new ProcessCountQuery()).Answer);
    }

    private static ChannelPage Configured()
    {
        var page = ChannelPage.Open();
        page.Configure(new ProtectionCommand(ProtectionFlags.ProtectionEnabled));
        page.Configure(new CryptoSessionCommand(Decoder, Session, Device));
        page.Configure(new SharedResourceCommand(ProcessType.Handle, new(77), AllowAccess: true));
        page.Configure(new EncryptionWhenAccessibleCommand(CryptoTypes.Aes128Ctr));
        return page;
    }
}
