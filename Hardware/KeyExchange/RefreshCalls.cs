using Sim.Hardware.Choices;
using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.Surface;

namespace Sim.Hardware.KeyExchange;

/// <summary>
/// What the calls of a refresh do at the surface, before and around the session machine: whether the call reaches it,
/// and what the caller finds in its memory.
/// </summary>
public static class RefreshCalls
{
    /// <summary>StartSessionKeyRefresh.</summary>
    /// <param name="gate">What <see cref="SessionCallGate"/> says of the call.</param>
    /// <param name="pending">A random number waits for its Finish.</param>
    /// <param name="nonce">The random number that the driver drew for this call.</param>
    /// <param name="randomNumber">The caller's memory, as long as its RandomNumberSize says. Zeroed if the call does
    /// not run; never written beyond its end.</param>
    /// <param name="choices">What is done where the documents are silent.</param>
    /// <param name="generation">In Direct3D 9 the call has an answer.</param>
    public static CallVerdict StartSessionKeyRefresh(
        CallVerdict gate,
        bool pending,
        SessionKeyNonce nonce,
        Span<byte> randomNumber,
        DdiChoices choices,
        DdiGeneration generation = DdiGeneration.D3D11)
    {
        var verdict = gate.Runs ? CheckStart(pending, randomNumber.Length, choices, generation) : gate;
        randomNumber.Clear();
        if (!verdict.Runs)
            return verdict;
        Span<byte> bytes = stackalloc byte[SessionKeyNonce.Size];
        nonce.Write(bytes);
        bytes[..Math.Min(bytes.Length, randomNumber.Length)].CopyTo(randomNumber);
        return verdict;
    }

    /// <summary>FinishSessionKeyRefresh.</summary>
    /// <param name="gate">What <see cref="SessionCallGate"/> says of the call.</param>
    /// <param name="pending">A random number waits for this Finish.</param>
    /// <param name="choices">What is done where the documents are silent.</param>
    /// <param name="generation">In Direct3D 9 the call has an answer: D3DERR_INVALIDCALL without a Start.</param>
    public static CallVerdict FinishSessionKeyRefresh(
        CallVerdict gate, bool pending, DdiChoices choices, DdiGeneration generation = DdiGeneration.D3D11)
    {
        if (!gate.Runs || pending)
            return gate;
        return choices.FinishWithoutStart == FinishWithoutStart.Ignore
            ? CallVerdict.Skipped
            : CallVerdict.Refused(SurfaceRule.FinishWithoutStart, Answer(generation, DdiStatus.InvalidCall));
    }

    private static CallVerdict CheckStart(bool pending, int size, DdiChoices choices, DdiGeneration generation)
    {
        if (size != SessionKeyNonce.Size && choices.RandomNumberSize == RandomNumberSize.Reject)
            return CallVerdict.Refused(SurfaceRule.Size, Answer(generation, DdiStatus.InvalidArg));
        if (!pending)
            return CallVerdict.GoesOn;
        return choices.SecondStart == SecondStart.NewestReplaces
            ? CallVerdict.Warned(SurfaceRule.SecondStart)
            : CallVerdict.Refused(SurfaceRule.SecondStart, Answer(generation, DdiStatus.InvalidCall));
    }

    private static DdiStatus Answer(DdiGeneration generation, DdiStatus status) =>
        generation == DdiGeneration.D3D9 ? status : DdiStatus.Ok;
}
