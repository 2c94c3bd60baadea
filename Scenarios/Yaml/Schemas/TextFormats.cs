using System.Collections.Frozen;
using System.Collections.Immutable;
using Sim.Checkers;
using Sim.Hardware.Sessions;
using Sim.Scenarios.Model;
using Sim.Scenarios.Yaml.Values;

namespace Sim.Scenarios.Yaml.Schemas;

/// <summary>
/// The formats of text in the schema. Each reads a text into the quantities that <c>x-minimum</c> and <c>x-maximum</c>
/// bound, or says what is wrong with it. Names of policies and properties come from the code that has them.
/// </summary>
internal static class TextFormats
{
    private static readonly FrozenDictionary<string, Func<string, Reading<ImmutableArray<Quantity>>>> All =
        new Dictionary<string, Func<string, Reading<ImmutableArray<Quantity>>>>
        {
            ["name"] = text => Judged(NameProblem(text)),
            ["time"] = text => Measured(text, Duration.Read(text).Problem, Dimension.Time),
            ["time-or-forever"] = text => text == Duration.Forever
                ? Judged(null)
                : Measured(text, Duration.Read(text).Problem, Dimension.Time),
            ["size"] = text => SizeRange.Read(text).Then(range => Reading<ImmutableArray<Quantity>>.Of([Bytes(range.Min), Bytes(range.Max)])),
            ["one-size"] = text => text.Contains("..", StringComparison.Ordinal)
                ? Reading<ImmutableArray<Quantity>>.Refuse($"'{text}' is a range of sizes; here stands one")
                : SizeRange.ReadOne(text).Then(size => Reading<ImmutableArray<Quantity>>.Of([Bytes(size)])),
            ["rate"] = text => Measured(text, null, Dimension.Rate),
            ["pace"] = text => Measured(text, Pace.Read(text).Problem, Dimension.Jobs, Dimension.Time),
            ["script-command"] = text => ScriptText.Read(text).Then(command => Reading<ImmutableArray<Quantity>>.Of(
                command.Action == ScriptAction.Job ? [Jobs(command.Times)] : [])),
            ["chance"] = text => Judged(Chance.Read(text).Problem),
            ["policy"] = text => Judged(PolicyProblem(text)),
            ["property"] = text => Judged(PropertyProblem(text)),
            ["sometimes-property"] = text => Judged(SometimesProblem(text)),
            ["count-bound"] = text => Judged(BoundText.Read(text, Dimension.Count).Problem),
            ["time-bound"] = text => Judged(BoundText.Read(text, Dimension.Time).Problem),
            ["throughput-bound"] = text => Judged(BoundText.Read(text, Dimension.Throughput).Problem),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Reads a text.</summary>
    /// <param name="format">Name of the format.</param>
    /// <param name="text">The text.</param>
    public static Reading<ImmutableArray<Quantity>> Read(string format, string text) => All[format](text);

    private static Reading<ImmutableArray<Quantity>> Judged(string? problem) => problem is null
        ? Reading<ImmutableArray<Quantity>>.Of([])
        : Reading<ImmutableArray<Quantity>>.Refuse(problem);

    private static Reading<ImmutableArray<Quantity>> Measured(string text, string? problem, params ReadOnlySpan<Dimension> dimensions) =>
        problem is null
            ? Quantity.Read(text, dimensions).Then(quantity => Reading<ImmutableArray<Quantity>>.Of([quantity]))
            : Reading<ImmutableArray<Quantity>>.Refuse(problem);

    private static Quantity Bytes(long bytes) => Quantity.Read($"{bytes}B", Dimension.Size).Value;

    private static Quantity Jobs(int count) => Quantity.Read($"{count}jobs", Dimension.Jobs).Value;

    private static string? NameProblem(string text) =>
        text.Length > 0
        && char.IsAsciiLetterLower(text[0])
        && text[^1] != '-'
        && !text.Contains("--", StringComparison.Ordinal)
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            ? null
            : $"'{text}' is not a name; a name is of lower-case letters, digits and single hyphens, a letter first";

    private static string? PolicyProblem(string text) =>
        KeySwitchPolicies.Names.Contains(text) ? null : NearestName.Missing("policy", text, KeySwitchPolicies.Names);

    private static string? PropertyProblem(string text) =>
        PropertySet.KindOf(text) is null ? NearestName.Missing("property", text, PropertySet.Names) : null;

    private static string? SometimesProblem(string text)
    {
        string[] sometimes = [.. PropertySet.Names.Where(name => PropertySet.KindOf(name) == PropertyKind.Sometimes)];
        return PropertySet.KindOf(text) switch
        {
            PropertyKind.Sometimes => null,
            null => NearestName.Missing("property", text, sometimes),
            var kind => $"{text} is of kind {$"{kind}".ToLowerInvariant()} and always on; only properties of kind sometimes stand here: "
                + string.Join(", ", sometimes),
        };
    }
}
