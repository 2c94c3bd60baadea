using Sim.Hardware.Decoding;
using Sim.Hardware.KeyExchange;
using Sim.Hardware.ReadBack;
using Sim.Hardware.Sessions;

namespace Sim.Hardware.Choices;

// The refresh of a session key.
public static partial class DdiChoiceTable
{
    private static IEnumerable<DdiChoice> Refresh() =>
    [
        new(1, "FinishSessionKeyRefresh without a pending Start", "no key change; a violation is counted")
        {
            Alternatives = ["no key change, and nothing is said"],
            Setting = nameof(DdiChoices.FinishWithoutStart),
            State = ChoiceState.Switched,
            Where = typeof(RefreshCalls),
            Member = nameof(RefreshCalls.FinishSessionKeyRefresh),
            Document = DdiDocuments.Function("finishsessionkeyrefresh"),
        },
        new(2, "a second Start before the Finish", "the newest random number replaces the pending one; logged")
        {
            Alternatives = ["the first stays, the second call is a violation"],
            Setting = nameof(DdiChoices.SecondStart),
            State = ChoiceState.Switched,
            Where = typeof(RefreshCalls),
            Member = nameof(RefreshCalls.StartSessionKeyRefresh),
            Document = DdiDocuments.Function("startsessionkeyrefresh"),
        },
        new(3, "Start or Finish before any session key", "refused before the driver sees it; the output reads as zeros")
        {
            Alternatives = ["the driver sees it"],
            Setting = nameof(DdiChoices.RefreshWithoutKey),
            State = ChoiceState.Switched,
            Where = typeof(Surface.SessionCallGate),
            Member = nameof(Surface.SessionCallGate.Check),
            Document = DdiDocuments.Function("startsessionkeyrefresh"),
        },
        new(4, "RandomNumberSize is not 16", "refused, nothing changes, nothing is written behind the caller's size")
        {
            Alternatives = ["as much of the number as fits"],
            Setting = nameof(DdiChoices.RandomNumberSize),
            State = ChoiceState.Switched,
            Where = typeof(RefreshCalls),
            Member = nameof(RefreshCalls.StartSessionKeyRefresh),
            Document = DdiDocuments.Function("startsessionkeyrefresh"),
        },
        new(5, "when the key is bound to work", "at the call, in the order of calls, and never read again")
        {
            Alternatives = ["when the work starts"],
            Setting = nameof(DdiChoices.KeyLatch),
            State = ChoiceState.Switched,
            Where = typeof(SessionMachine),
            Member = nameof(SessionMachine.Step),
            Document = DdiDocuments.Function("finishsessionkeyrefresh"),
        },
        new(6, "a refresh while a frame is open",
            "a content key stays for the frame, the session key is latched per submission")
        {
            Alternatives = ["the whole frame keeps the session key of its begin"],
            Setting = nameof(DdiChoices.MidFrameRefresh),
            State = ChoiceState.Switched,
            Where = typeof(DecoderMachine),
            Member = nameof(DecoderMachine.VideoDecoderSubmitBuffers),
            Document = DdiDocuments.Function("finishsessionkeyrefresh"),
        },
        new(7, "which session key unwraps a content key", "the one in force at the call that carries it")
        {
            Alternatives = ["the one in force when the work starts"],
            Setting = nameof(DdiChoices.ContentKeyUnwrap),
            State = ChoiceState.Switched,
            Where = typeof(SessionMachine),
            Member = nameof(SessionMachine.Step),
            Document = DdiDocuments.Function("decryptionblt"),
        },
        new(8, "the read-back key across a refresh", "it stays; only its wrapping was the old session key's")
        {
            Alternatives = ["it is dropped"],
            Setting = nameof(DdiChoices.ReadBackKeyAcrossRefresh),
            State = ChoiceState.Switched,
            Where = typeof(ReadBackMachine),
            Member = nameof(ReadBackMachine.SessionKeyChanged),
            Document = DdiDocuments.Function("getencryptionbltkey"),
        },
        new(9, "NegotiateCryptoSessionKeyExchange again", "a new key epoch outside a frame; within one E_INVALIDARG")
        {
            Alternatives = ["E_INVALIDARG always"],
            Setting = nameof(DdiChoices.Renegotiation),
            State = ChoiceState.Switched,
            Where = typeof(RsaKeyExchange),
            Member = nameof(RsaKeyExchange.NegotiateCryptoSessionKeyExchange),
            Document = DdiDocuments.Function("negotiatecryptosessionkeyeschange"),
        },
    ];
}
