using System.Text.RegularExpressions;
using Akka.TestKit.Internal.StringMatcher;

namespace Akka.TestKit;

internal sealed class TextMatcher(string description, Predicate<string> matches) : IStringMatcher
{
    public static readonly TextMatcher Any = new("is anything", static _ => true);

    public static TextMatcher Is(string text) => new($"is \"{text}\"", s => s == text);

    public static TextMatcher StartsWith(string text) =>
        new($"starts with \"{text}\"", s => s.StartsWith(text, StringComparison.Ordinal));

    public static TextMatcher Contains(string text) =>
        new($"contains \"{text}\"", s => s.Contains(text, StringComparison.Ordinal));

    public static TextMatcher Matches(Regex pattern) => new($"matches {pattern}", pattern.IsMatch);

    public bool IsMatch(string s) => matches(s);

    public override string ToString() => description;
}
