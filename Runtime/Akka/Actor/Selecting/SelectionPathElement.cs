using System.IO.Enumeration;

namespace Akka.Actor;

/// <summary>One element of a selection's path.</summary>
public abstract class SelectionPathElement;

/// <summary>The name of a child.</summary>
/// <param name="name">The name.</param>
public sealed class SelectChildName(string name) : SelectionPathElement
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>The children whose names fit a pattern of *, ? and other characters.</summary>
/// <param name="patternStr">The pattern.</param>
public sealed class SelectChildPattern(string patternStr) : SelectionPathElement
{
    /// <summary>The pattern.</summary>
    public string PatternStr { get; } = patternStr;

    /// <inheritdoc/>
    public override string ToString() => PatternStr;

    internal bool Fits(string name) => FileSystemName.MatchesSimpleExpression(PatternStr, name, ignoreCase: false);
}

/// <summary>The parent.</summary>
public sealed class SelectParent : SelectionPathElement
{
    /// <inheritdoc/>
    public override string ToString() => "..";
}
