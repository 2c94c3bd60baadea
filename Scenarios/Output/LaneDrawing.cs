using System.Globalization;
using System.Text;

namespace Sim.Scenarios.Output;

/// <summary>The text of a lane view.</summary>
/// <param name="engines">Number of engines: lanes of each session.</param>
/// <param name="policies">Each session's policy, as far as it is known.</param>
/// <param name="columns">The events.</param>
/// <param name="runs">The jobs that ran, in the order in which they started.</param>
internal sealed class LaneDrawing(
    int engines,
    IReadOnlyDictionary<int, string> policies,
    IReadOnlyList<LaneColumn> columns,
    IReadOnlyList<LaneRun> runs)
{
    public const char Accepted = '|';
    public const char Opened = '!';
    public const char GivenUp = 'x';

    // More than this nobody reads.
    private const int MaxLines = 120;
    private const int MinColumnsPerBand = 10;

    private const string Legend = """
        columns are events in their order, not time; A, B, C, ...: a job of epoch 0, 1, 2, ... begins (small: it is aborted)
        - it runs on   ~ it hangs   . another session's job   | key change accepted   ! its barrier opens   x given up
        """;

    /// <summary>Draws the bands one below the other; null when they are too many lines.</summary>
    public string? Render(int width)
    {
        var sessions = columns.Select(column => column.Session).Distinct().Order().ToArray();
        var label = $"e{engines - 1} ".Length;
        var perBand = Math.Max(MinColumnsPerBand, width - label);
        var bands = (columns.Count + perBand - 1) / perBand;
        if ((long)bands * sessions.Length * (engines + 1) > MaxLines)
            return null;

        var text = new StringBuilder(Legend).Append('\n');
        for (var from = 0; from < columns.Count; from += perBand)
        {
            var until = Math.Min(from + perBand, columns.Count);
            text.Append('\n');
            if (bands > 1)
                text.Append(CultureInfo.InvariantCulture, $"events {from + 1} to {until}\n");
            foreach (var session in sessions)
                Draw(session, from, until, label, text);
        }

        return text.ToString().TrimEnd();
    }

    private void Draw(int session, int from, int until, int label, StringBuilder text)
    {
        text.Append(CultureInfo.InvariantCulture, $"session {session}");
        text.Append(policies.TryGetValue(session, out var policy) ? $" ({policy})\n" : "\n");
        for (var engine = 0; engine < engines; engine++)
        {
            var lane = new char[until - from];
            for (var column = from; column < until; column++)
                lane[column - from] = MarkOf(session, column) ?? ' ';
            foreach (var run in runs)
            {
                if (run.Engine == engine)
                    Draw(run, session, from, lane);
            }

            var line = $"e{engine}".PadRight(label) + new string(lane);
            text.Append(line.TrimEnd()).Append('\n');
        }
    }

    private void Draw(LaneRun run, int session, int from, Span<char> lane)
    {
        var last = Math.Min(run.Last ?? int.MaxValue, from + lane.Length - 1);
        for (var column = Math.Max(run.First, from); column <= last; column++)
        {
            if (MarkOf(session, column) is null)
                lane[column - from] = run.Session == session ? run.At(column) : '.';
        }
    }

    private char? MarkOf(int session, int column) => columns[column].Session == session ? columns[column].Mark : null;
}
