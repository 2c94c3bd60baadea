namespace Akka.Configuration.Hocon;

/// <summary>A place in a text. Lines and columns count from 1; line 0 means that no text is known.</summary>
internal readonly record struct HoconPosition(int Line, int Column)
{
    public ConfigurationException Error(string problem) =>
        new(Line > 0 ? $"Configuration, {this}: {problem}." : $"Configuration: {problem}.");

    public override string ToString() => $"line {Line}, column {Column}";
}
