namespace Akka.TestKit.Internal.StringMatcher;

/// <summary>Matches texts.</summary>
public interface IStringMatcher
{
    /// <summary>Says whether a text matches.</summary>
    /// <param name="s">The text.</param>
    /// <returns>True when it matches.</returns>
    bool IsMatch(string s);
}
