namespace Sim.Scenarios.Yaml.Nodes;

/// <summary>A single value.</summary>
/// <param name="place">Where it begins.</param>
/// <param name="text">Its text, without quotes.</param>
/// <param name="quoted">Whether it stood, or is to stand, in quotes: then it is text whatever it looks like.</param>
internal sealed class ScalarNode(Place place, string text, bool quoted) : Node(place)
{
    private const int MaxShown = 40;

    public string Text => text;

    public bool Quoted => quoted;

    public ScalarKind Kind { get; } = quoted ? ScalarKind.Text : PlainScalar.KindOf(text);

    public override string Description => Kind switch
    {
        ScalarKind.Null => "nothing",
        ScalarKind.Boolean => text,
        ScalarKind.Integer or ScalarKind.Number => $"the number {Shown}",
        _ => $"the text '{Shown}'",
    };

    /// <summary>The text, cut where it is long.</summary>
    public string Shown => text.Length <= MaxShown ? text : text[..MaxShown] + "...";
}
