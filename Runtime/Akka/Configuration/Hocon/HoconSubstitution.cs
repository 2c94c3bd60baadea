namespace Akka.Configuration.Hocon;

/// <summary>A reference to another setting: <c>${path}</c>, or <c>${?path}</c> when it may be missing.</summary>
public sealed class HoconSubstitution
{
    internal HoconSubstitution(string path, bool isQuestionMark) => (Path, IsQuestionMark) = (path, isQuestionMark);

    /// <summary>The path of the setting that is referred to.</summary>
    public string Path { get; }

    /// <summary>Whether the setting may be missing.</summary>
    public bool IsQuestionMark { get; }

    /// <summary>What it resolved to: null before resolution and when the setting is missing.</summary>
    public HoconValue? ResolvedValue { get; internal set; }

    /// <summary>The substitution as it is written.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => IsQuestionMark ? $"${{?{Path}}}" : $"${{{Path}}}";
}
