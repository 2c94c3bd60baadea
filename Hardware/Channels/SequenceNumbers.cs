using Sim.Hardware.Choices;

namespace Sim.Hardware.Channels;

/// <summary>The numbers of one kind of message (commands or questions) on a channel.</summary>
/// <param name="Start">The number that INITIALIZE set.</param>
/// <param name="Last">The last number taken; null before the first message.</param>
public readonly record struct SequenceNumbers(uint Start, uint? Last = null)
{
    /// <summary>Whether a message of this number may come next.</summary>
    public bool Takes(uint number, DdiChoices choices)
    {
        ArgumentNullException.ThrowIfNull(choices);
        return (choices.SequenceRule, Last) switch
        {
            (SequenceRule.AboveStart, null) => IsAbove(number, Start, choices),
            (_, null) => number == Start,
            (SequenceRule.ExactlyNext, { } last) =>
                IsAbove(number, last, choices) && number == unchecked(last + 1),
            (_, { } last) => IsAbove(number, last, choices),
        };
    }

    /// <summary>The numbers after a message that was taken.</summary>
    public SequenceNumbers Taken(uint number) => this with { Last = number };

    private static bool IsAbove(uint number, uint other, DdiChoices choices) =>
        choices.SequenceWrap == SequenceWrap.SerialArithmetic
            ? unchecked((int)(number - other)) > 0
            : number > other;
}
