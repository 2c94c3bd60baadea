using System.Text;

namespace Akka.TestKit;

/// <summary>The text of a failed expectation: what was wanted, what came instead, what is still queued.</summary>
internal sealed class ExpectationReport(string expected, string instead, string? hint, TestQueue queue)
{
    private const int Shown = 20;
    private const int Longest = 300;

    public static string Describe(MessageEnvelope envelope) =>
        $"{Describe(envelope.Message)} from {envelope.Sender?.ToString() ?? "no sender"}";

    public static string Describe(object? value)
    {
        if (value is null) return "null";
        var text = value is string s ? $"\"{s}\"" : $"{value}";
        return $"{(text.Length > Longest ? text[..Longest] + "..." : text)} ({value.GetType()})";
    }

    public static string Describe(TimeSpan time) =>
        time == Timeout.InfiniteTimeSpan ? "any time" : $"{time.TotalMilliseconds:0.###} ms";

    public static string List(IEnumerable<string> lines)
    {
        var list = new StringBuilder();
        foreach (var line in lines) list.Append("\n  ").Append(line);
        return list.ToString();
    }

    public override string ToString()
    {
        var count = queue.Count;
        var text = new StringBuilder("Failed: expected ").Append(expected);
        if (!string.IsNullOrEmpty(hint)) text.Append(" (").Append(hint).Append(')');
        text.Append("\nInstead: ").Append(instead);
        text.Append("\nStill queued: ").Append(count == 0 ? "nothing" : $"{count}");
        text.Append(List(queue.First(Shown).Select(Describe)));
        if (count > Shown) text.Append("\n  ... and ").Append(count - Shown).Append(" more");
        if (queue.Dropped > 0) text.Append($"\nDropped: {queue.Dropped} messages beyond the limit of {TestQueue.Capacity}");
        return text.ToString();
    }
}
