using System.Collections.Immutable;
using System.Globalization;

namespace Sim.Hardware.Choices;

/// <summary>A point at which the documents are silent or disagree, and what Sim does there.</summary>
/// <param name="Number">Its number in <see cref="DdiChoiceTable"/>, from 1.</param>
/// <param name="Question">What is open.</param>
/// <param name="Ours">What Sim chose.</param>
public sealed record DdiChoice(int Number, string Question, string Ours)
{
    /// <summary>What else could be chosen; as many as the setting has further values.</summary>
    public ImmutableArray<string> Alternatives { get; init; } = [];

    /// <summary>The property of <see cref="DdiChoices"/> that decides; null: there is none.</summary>
    public string? Setting { get; init; }

    /// <summary>What there is of it in the code.</summary>
    public required ChoiceState State { get; init; }

    /// <summary>The type whose code decides.</summary>
    public required Type Where { get; init; }

    /// <summary>The member of <see cref="Where"/> to begin reading at.</summary>
    public required string Member { get; init; }

    /// <summary>The page that leaves it open: <see cref="DdiDocuments"/>.</summary>
    public required string Document { get; init; }

    /// <summary>The number as it is written: 7.1, 7.2 and so on.</summary>
    public string Id => string.Create(CultureInfo.InvariantCulture, $"7.{Number}");

    /// <summary>Number and question.</summary>
    public override string ToString() => $"{Id} {Question}";
}
