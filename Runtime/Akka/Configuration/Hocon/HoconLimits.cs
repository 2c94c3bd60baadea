namespace Akka.Configuration.Hocon;

/// <summary>The bounds on what a configuration text may ask of the reader. Beyond them the text is refused.</summary>
internal static class HoconLimits
{
    /// <summary>How deep objects and arrays may nest, after substitution too.</summary>
    public const int Depth = 128;

    /// <summary>The longest text, in characters.</summary>
    public const int InputLength = 4 * 1024 * 1024;

    /// <summary>How many values and characters substitutions may produce, so that a short text cannot fill the memory.</summary>
    public const int Expansion = 16 * 1024 * 1024;

    /// <summary>How long a chain of substitutions that refer to one another may be.</summary>
    public const int Chain = 256;

    /// <summary>How deep files may include one another.</summary>
    public const int Includes = 32;

    public static int CheckDepth(int depth, HoconPosition at) =>
        depth <= Depth + 1
            ? depth
            : throw at.Error($"values nest deeper than {Depth} levels");
}
