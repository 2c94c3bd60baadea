using Sim.Hardware.Channels;
using Sim.Hardware.Choices;
using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Tests.Hardware.Crypto;
using Xunit;

namespace Sim.Tests.Hardware.Channels;

/// <summary>OMACs, order, numbers, sizes, and what the output holds.</summary>
public sealed class ChannelAuthenticationTests
{
    private static readonly ProtectionCommand Protect = new(ProtectionFlags.ProtectionEnabled);
    private static readonly ChannelReply Ok = new(Authentic: true, DdiStatus.Ok, null);

    [Theory]
    [InlineData(DdiAbi.X64)]
    [InlineData(DdiAbi.X86)]
    public void Commands_and_questions_in_order_are_answered_authentically(DdiAbi abi)
    {
        var page = ChannelPage.Open(abi: abi);

        Assert.Equal(Ok, page.Configure(Protect));
        Assert.Equal(Ok, page.Configure(new ProtectionCommand(0)));
        Assert.Equal(
            new(true, DdiStatus.Ok, new ChannelTypeAnswer(AuthenticatedChannelType.DriverSoftware)),
            page.Ask(new ChannelTypeQuery()));
        Assert.Equal(
            new(true, DdiStatus.Ok, new ProtectionAnswer(ProtectionFlags.None)), page.Ask(new ProtectionQuery()));
    }

    [Fact]
    public void Omac_covers_everything_behind_itself_padding_included()
    {
        for (var position = 0; position < 56; position++)
        {
            var page = ChannelPage.Open();
            var message = page.Command(Protect, ChannelPage.FirstCommand);
            message[position] ^= 1;

            Assert.Equal(DdiStatus.InvalidArg, page.Send(message));
            Assert.Equal(ProtectionFlags.None, page.Device.Protection);
        }
    }

    [Fact]
    public void Omac_of_an_answer_is_the_cmac_of_what_stands_behind_it()
    {
        var page = ChannelPage.Open();
        page.Ask(new DeviceHandleQuery());
        using var key = new AesKey(StandardVectors.Key);
        var expected = new byte[16];
        AesCmac.Compute(key, page.Output.AsSpan(16, 40), expected);

        Assert.Equal(expected, page.Output[..16]);
    }

    [Fact]
    public void Nothing_is_taken_before_Initialize_and_the_refusal_is_authentic()
    {
        var page = new ChannelPage();
        page.Negotiate();

        Assert.Equal(DdiStatus.InvalidArg, page.Send(page.Command(Protect, ChannelPage.FirstCommand)));
        AssertAuthentic(page.Output, DdiStatus.InvalidArg);
        Assert.Equal(DdiStatus.InvalidArg, page.Ask(page.Question(new ProtectionQuery(), ChannelPage.FirstQuery), 56));
        AssertAuthentic(page.Output, DdiStatus.InvalidArg);
        Assert.Equal(new byte[8], page.Output[48..]);
    }

    [Fact]
    public void Nothing_is_taken_or_written_before_the_key()
    {
        var page = new ChannelPage();

        Assert.Equal(DdiStatus.InvalidArg, page.Initialize());
        Assert.True(page.OutputIsUntouched);
        Assert.Equal(DdiStatus.InvalidArg, page.Ask(page.Question(new ProtectionQuery(), ChannelPage.FirstQuery), 56));
        Assert.True(page.OutputIsUntouched);
    }

    [Fact]
    public void Initialize_comes_once_and_its_own_number_does_not_count()
    {
        var page = new ChannelPage();
        page.Negotiate();

        Assert.Equal(DdiStatus.Ok, page.Send(page.Command(new InitializeCommand(20, 10), number: 0xFFFFFFFF)));
        Assert.Equal(DdiStatus.InvalidArg, page.Send(page.Command(new InitializeCommand(40, 30), number: 30)));
        Assert.Equal((new SequenceNumbers(10), new SequenceNumbers(20)), (page.Channel.Commands, page.Channel.Queries));
        Assert.Equal(DdiStatus.Ok, page.Send(page.Command(Protect, number: 10)));
    }

    [Fact]
    public void Initialize_that_is_cut_off_opens_nothing()
    {
        var page = new ChannelPage();
        page.Negotiate();

        Assert.Equal(
            DdiStatus.InvalidArg, page.Send(page.Command(new InitializeCommand(20, 10), number: 0, size: 52)));
        Assert.Null(page.Channel.Commands);
    }

    [Fact]
    public void Commands_and_questions_count_apart()
    {
        var page = ChannelPage.Open();

        Assert.Equal(DdiStatus.Ok, page.Send(page.Command(Protect, 1000)));
        Assert.Equal(DdiStatus.Ok, page.Ask(page.Question(new ProtectionQuery(), 2000), 56));
        Assert.Equal(DdiStatus.Ok, page.Send(page.Command(Protect, 1001)));
        Assert.Equal(DdiStatus.InvalidArg, page.Send(page.Command(Protect, 1001)));
        Assert.Equal(DdiStatus.InvalidArg, page.Ask(page.Question(new ProtectionQuery(), 2000), 56));
        Assert.Equal(DdiStatus.Ok, page.Ask(page.Question(new ProtectionQuery(), 2005), 56));
    }

    [Fact]
    public void A_message_that_is_not_authentic_uses_no_number()
    {
        var page = ChannelPage.Open();
        var forged = page.Command(Protect, 1000);
        forged[0] ^= 1;

        Assert.Equal(DdiStatus.InvalidArg, page.Send(forged));
        Assert.Equal(DdiStatus.Ok, page.Send(page.Command(Protect, 1000)));
    }

    [Fact]
    public void A_command_that_fails_uses_its_number_unless_chosen_otherwise()
    {
        var unknownFlags = new ProtectionCommand((ProtectionFlags)8);
        var page = ChannelPage.Open();
        var kind = ChannelPage.Open(choices: new() { FailedMessage = FailedMessage.DoesNotAdvance });

        Assert.Equal(DdiStatus.InvalidArg, page.Send(page.Command(unknownFlags, 1000)));
        Assert.Equal(DdiStatus.InvalidArg, page.Send(page.Command(Protect, 1000)));
        Assert.Equal(DdiStatus.InvalidArg, kind.Send(kind.Command(unknownFlags, 1000)));
        Assert.Equal(DdiStatus.Ok, kind.Send(kind.Command(Protect, 1000)));
        Assert.Equal(DdiStatus.InvalidArg, page.Ask(page.Question(new EncryptionGuidQuery(9), 2000), 72));
        Assert.Equal(DdiStatus.InvalidArg, page.Ask(page.Question(new ProtectionQuery(), 2000), 56));
        Assert.Equal(DdiStatus.InvalidArg, kind.Ask(kind.Question(new EncryptionGuidQuery(9), 2000), 72));
        Assert.Equal(DdiStatus.Ok, kind.Ask(kind.Question(new ProtectionQuery(), 2000), 56));
    }

    [Fact]
    public void A_message_for_another_channel_is_refused()
    {
        var page = ChannelPage.Open();

        Assert.Equal(DdiStatus.InvalidArg, page.Send(page.Command(Protect, 1000, new ContentHandle(1))));
        Assert.Equal(
            DdiStatus.InvalidArg, page.Ask(page.Question(new ProtectionQuery(), 2000, new ContentHandle(1)), 56));
    }

    [Fact]
    public void An_unknown_type_fails_after_authentication_and_order()
    {
        var page = ChannelPage.Open();
        var command = new byte[48];
        new ConfigureInput(Guid.Empty, page.Channel.Handle, 1000).Write(command);
        using var key = new AesKey(StandardVectors.Key);
        Omac.Of(key, command).Write(command);
        var question = new byte[32];
        new QueryInput(Guid.Empty, page.Channel.Handle, 2000).Write(question);

        Assert.Equal(DdiStatus.Fail, page.Send(command));
        AssertAuthentic(page.Output, DdiStatus.Fail);
        Assert.Equal(DdiStatus.InvalidArg, page.Send(command));
        Assert.Equal(DdiStatus.Fail, page.Ask(question, 48));
        AssertAuthentic(page.Output, DdiStatus.Fail);
        Assert.Equal(DdiStatus.InvalidArg, page.Ask(question, 48));
    }

    [Fact]
    public void Memory_too_short_for_an_answer_stays_as_it_is()
    {
        var page = ChannelPage.Open();

        Assert.Equal(DdiStatus.InvalidArg, page.Send(page.Command(Protect, 1000), outputSize: 47));
        Assert.True(page.OutputIsUntouched);
        Assert.Equal(DdiStatus.InvalidArg, page.Ask(page.Question(new ProtectionQuery(), 2000), 55));
        Assert.True(page.OutputIsUntouched);
        Assert.Equal(DdiStatus.InvalidArg, page.Send(new byte[47]));
        Assert.True(page.OutputIsUntouched);
        Assert.Equal(DdiStatus.InvalidArg, page.Ask(new byte[31], 56));
        Assert.True(page.OutputIsUntouched);
    }

    [Fact]
    public void Longer_messages_are_taken_and_authenticated_as_a_whole_unless_exact_sizes_are_chosen()
    {
        var page = ChannelPage.Open();
        var exact = ChannelPage.Open(choices: new() { MessageSizes = MessageSizes.Exact });

        Assert.Equal(DdiStatus.Ok, page.Send(page.Command(Protect, 1000, size: 100)));
        Assert.Equal(DdiStatus.Ok, page.Ask(page.Question(new ProtectionQuery(), 2000), 100));
        Assert.All(page.Output[56..], b => Assert.Equal(0xEE, b));
        Assert.Equal(DdiStatus.InvalidArg, exact.Send(exact.Command(Protect, 1000, size: 100)));
        Assert.Equal(DdiStatus.InvalidArg, exact.Ask(exact.Question(new ProtectionQuery(), 2000), 100));
        Assert.Equal(DdiStatus.Ok, exact.Send(exact.Command(Protect, 1001)));
        Assert.Equal(DdiStatus.Ok, exact.Ask(exact.Question(new ProtectionQuery(), 2001), 56));
    }

    [Fact]
    public void A_command_shorter_than_its_structure_is_refused()
    {
        var page = ChannelPage.Open();

        Assert.Equal(DdiStatus.InvalidArg, page.Send(page.Command(Protect, 1000, size: 52)));
        Assert.Equal(ProtectionFlags.None, page.Device.Protection);
    }

    [Fact]
    public void Client_believes_only_its_own_message_s_answer()
    {
        var page = ChannelPage.Open();
        page.Ask(new ProtectionQuery());
        var answer = page.Output.ToArray();
        var changed = answer.ToArray();
        changed[50] ^= 1;

        Assert.True(page.Client.ReadAnswer(answer).Authentic);
        Assert.False(page.Client.ReadAnswer(changed).Authentic);
        Assert.False(page.Client.ReadAnswer(answer.AsSpan(0, 55)).Authentic);
        page.Ask(new ProtectionQuery());
        Assert.False(page.Client.ReadAnswer(answer).Authentic);
        Assert.Null(page.Client.ReadAnswer(answer).Answer);
    }

    [Fact]
    public void The_runtimes_own_channel_authenticates_nothing_and_counts_nothing()
    {
        var page = new ChannelPage(AuthenticatedChannelType.D3D11);

        Assert.Equal(Ok, page.Configure(Protect));
        Assert.Equal(DdiStatus.Ok, page.Send(page.Command(Protect, 5)));
        Assert.Equal(DdiStatus.Ok, page.Send(page.Command(Protect, 5)));
        Assert.Equal(DdiStatus.Fail, page.Initialize());
        Assert.Equal(
            new ProtectionAnswer(ProtectionFlags.ProtectionEnabled), page.Ask(new ProtectionQuery()).Answer);
        Assert.Equal(new byte[16], page.Output[..16]);
    }

    private static void AssertAuthentic(byte[] output, DdiStatus code)
    {
        using var key = new AesKey(StandardVectors.Key);
        Assert.Equal(Omac.Of(key, output), Omac.Read(output));
        Assert.Equal(code, ChannelOutput.Read(output).ReturnCode);
    }
}
