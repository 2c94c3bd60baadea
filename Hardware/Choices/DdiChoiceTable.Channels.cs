using Sim.Hardware.Channels;
using Sim.Hardware.Crypto;
using Sim.Hardware.KeyExchange;

namespace Sim.Hardware.Choices;

// Key exchange and authenticated channels.
public static partial class DdiChoiceTable
{
    private const string OpmExample = DdiDocuments.Guide + "opm-example-code.md";

    private static IEnumerable<DdiChoice> KeyExchange() =>
    [
        new(17, "the hash of RSAES-OAEP", "SHA-512, also in MGF1, with an empty label")
        {
            State = ChoiceState.Fixed,
            Where = typeof(DeviceKeyPair),
            Member = nameof(DeviceKeyPair.TryUnwrap),
            Document = OpmExample,
        },
        new(18, "the length of an unwrapped key", "exactly 16 bytes, else E_INVALIDARG")
        {
            State = ChoiceState.Fixed,
            Where = typeof(DeviceKeyPair),
            Member = nameof(DeviceKeyPair.TryUnwrap),
            Document = DdiDocuments.ContentProtection,
        },
        new(19, "DataSize is not 256", "E_INVALIDARG")
        {
            State = ChoiceState.Fixed,
            Where = typeof(RsaKeyExchange),
            Member = nameof(RsaKeyExchange.NegotiateCryptoSessionKeyExchange),
            Document = DdiDocuments.ContentProtection,
        },
    ];

    private static IEnumerable<DdiChoice> Channels() =>
    [
        new(20, "what an OMAC covers",
            "everything behind itself: a message as it is long, an answer as its structure is")
        {
            State = ChoiceState.Fixed,
            Where = typeof(Omac),
            Member = nameof(Omac.Of),
            Document = DdiDocuments.Api + "ns-d3d11-d3d11_authenticated_configure_input.md",
        },
        new(21, "the first sequence number", "the start value; then anything above the last")
        {
            Alternatives = ["anything above the start value", "the start value, then exactly one more each time"],
            Setting = nameof(DdiChoices.SequenceRule),
            State = ChoiceState.Switched,
            Where = typeof(SequenceNumbers),
            Member = nameof(SequenceNumbers.Takes),
            Document = DdiDocuments.Function("configureauthenticatedchannel"),
        },
        new(22, "sequence numbers of messages that fail", "used up by authentic messages in order, not by forged ones")
        {
            Alternatives = ["used up by success only"],
            Setting = nameof(DdiChoices.FailedMessage),
            State = ChoiceState.Switched,
            Where = typeof(ChannelMachine),
            Member = nameof(ChannelMachine.ConfigureAuthenticatedChannel),
            Document = DdiDocuments.Function("configureauthenticatedchannel"),
        },
        new(23, "sequence numbers at 2^32", "E_INVALIDARG; the channel must be created anew")
        {
            Alternatives = ["serial-number arithmetic"],
            Setting = nameof(DdiChoices.SequenceWrap),
            State = ChoiceState.Switched,
            Where = typeof(SequenceNumbers),
            Member = nameof(SequenceNumbers.Takes),
            Document = DdiDocuments.Function("queryauthenticatedchannel"),
        },
        new(24, "INITIALIZE again", "E_INVALIDARG, nothing changes")
        {
            State = ChoiceState.Fixed,
            Where = typeof(ChannelMachine),
            Member = nameof(ChannelMachine.ConfigureAuthenticatedChannel),
            Document = DdiDocuments.Guide + "content-protection-commands.md",
        },
        new(25, "a message with another channel's handle", "E_INVALIDARG")
        {
            State = ChoiceState.Fixed,
            Where = typeof(ChannelMachine),
            Member = nameof(ChannelMachine.ConfigureAuthenticatedChannel),
            Document = DdiDocuments.Function("configureauthenticatedchannel"),
        },
        new(26, "messages longer than their structures", "accepted; what is behind the structure is only authenticated")
        {
            Alternatives = ["refused, as in Direct3D 9"],
            Setting = nameof(DdiChoices.MessageSizes),
            State = ChoiceState.Switched,
            Where = typeof(ChannelMachine),
            Member = nameof(ChannelMachine.QueryAuthenticatedChannel),
            Document = DdiDocuments.Function("queryauthenticatedchannel"),
        },
        new(27, "the output of a message that fails", "head, status and OMAC with zeros behind, given room and a key")
        {
            State = ChoiceState.Fixed,
            Where = typeof(ChannelMachine),
            Member = nameof(ChannelMachine.QueryAuthenticatedChannel),
            Document = DdiDocuments.Function("queryauthenticatedchannel"),
        },
        new(28, "a command or question that does not exist", "E_FAIL, after OMAC and order")
        {
            State = ChoiceState.Fixed,
            Where = typeof(ChannelMachine),
            Member = nameof(ChannelMachine.ConfigureAuthenticatedChannel),
            Document = DdiDocuments.Function("configureauthenticatedchannel"),
        },
        new(29, "an index beyond the last", "E_INVALIDARG")
        {
            State = ChoiceState.Fixed,
            Where = typeof(ChannelMachine),
            Member = nameof(ChannelMachine.QueryAuthenticatedChannel),
            Document = DdiDocuments.Guide + "content-protection-queries.md",
        },
        new(30, "the kinds of ENCRYPTION_WHEN_ACCESSIBLE",
            "AES128_CTR only; none until it is set; E_INVALIDARG for others")
        {
            State = ChoiceState.Fixed,
            Where = typeof(ProtectedDevice),
            Member = nameof(ProtectedDevice.EncryptionGuids),
            Document = DdiDocuments.Guide + "content-protection-commands.md",
        },
        new(31, "which channel takes which command",
            "as the Direct3D 9 pages list, and the binding on hardware channels, too")
        {
            Alternatives = ["as the Direct3D 9 pages list"],
            Setting = nameof(DdiChoices.HardwareBinding),
            State = ChoiceState.Switched,
            Where = typeof(ChannelMachine),
            Member = nameof(ChannelMachine.ConfigureAuthenticatedChannel),
            Document = DdiDocuments.Guide + "content-protection-commands.md",
        },
    ];
}
