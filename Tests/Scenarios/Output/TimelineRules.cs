using System.Text.Json;
using Xunit;

namespace Sim.Tests.Scenarios.Output;

/// <summary>
/// What a viewer asks of a file in the Trace Event Format, and what we promise beyond it: jobs of an engine do not overlap, a
/// track is written in the order of time, arrows and long spans come in pairs, tracks have names, and figures are never below
/// zero.
/// </summary>
internal sealed class TimelineRules
{
    private readonly Dictionary<string, decimal> _time = [];
    private readonly Dictionary<int, List<(decimal From, decimal Until)>> _spans = [];
    private readonly Dictionary<string, string> _long = [];
    private readonly Dictionary<long, decimal> _arrows = [];
    private readonly Dictionary<string, int> _counters = [];
    private readonly Dictionary<int, string> _processes = [];
    private readonly Dictionary<int, string> _tracks = [];
    private readonly List<JsonElement> _events = [];

    public IReadOnlyList<JsonElement> Events => _events;

    public IEnumerable<string> Tracks => _tracks.OrderBy(track => track.Key).Select(track => track.Value);

    /// <summary>Figures that are not zero at the end.</summary>
    public IEnumerable<string> Rest => from counter in _counters where counter.Value != 0 select counter.Key;

    public static TimelineRules Check(string path)
    {
        var rules = new TimelineRules();
        var file = JsonDocument.Parse(File.ReadAllBytes(path)).RootElement;
        foreach (var happened in file.GetProperty("traceEvents").EnumerateArray())
            rules.Take(happened);
        Assert.Empty(rules._long);
        Assert.Empty(rules._arrows);
        return rules;
    }

    /// <summary>Events of a phase as "track: name at time", times in microseconds, those of spans as "from to until".</summary>
    public IEnumerable<string> Of(string phase) =>
        from happened in _events
        where Text(happened, "ph") == phase
        let track = TrackOf(happened) is { } number ? _tracks[number] : _processes[ProcessOf(happened)]
        let until = phase == "X" ? FormattableString.Invariant($" to {Until(happened)}") : ""
        select FormattableString.Invariant($"{track}: {Text(happened, "name")} at {From(happened)}{until}");

    private void Take(JsonElement happened)
    {
        _events.Add(happened);
        var phase = Text(happened, "ph");
        if (phase == "M")
        {
            Describe(happened);
            return;
        }

        Assert.Contains(ProcessOf(happened), _processes);
        var track = TrackOf(happened);
        if (track is { } number)
            Assert.Contains(number, _tracks);
        switch (phase)
        {
            case "X":
                // The call of a key change is a span of one tick, for its arrow to begin at; others may follow at once.
                if (Text(happened, "cat") == "job")
                    TakeJob(track!.Value, happened);
                else
                    Forward($"track {track}", From(happened));
                Spans(track!.Value).Add((From(happened), Until(happened)));
                break;
            case "i":
                Forward($"track {track}", From(happened));
                break;
            case "b":
                Forward($"long spans of track {track}", From(happened));
                _long.Add(LongId(happened), Text(happened, "name"));
                break;
            case "e":
                Forward($"long spans of track {track}", From(happened));
                Assert.True(_long.Remove(LongId(happened), out var name));
                Assert.Equal(name, Text(happened, "name"));
                break;
            case "s":
                Assert.Contains(From(happened), Spans(track!.Value).Select(span => span.From));
                _arrows.Add(happened.GetProperty("id").GetInt64(), From(happened));
                break;
            case "f":
                Assert.Equal(Spans(track!.Value)[^1].From, From(happened));
                Assert.True(_arrows.Remove(happened.GetProperty("id").GetInt64(), out var begun));
                Assert.True(begun <= From(happened));
                break;
            default:
                Assert.Equal("C", phase);
                Count(happened);
                break;
        }
    }

    private void TakeJob(int engine, JsonElement happened)
    {
        Assert.InRange(From(happened), Spans(engine).LastOrDefault().Until, Until(happened));
        Forward($"track {engine}", Until(happened));
    }

    private void Describe(JsonElement happened)
    {
        var args = happened.GetProperty("args");
        switch (Text(happened, "name"))
        {
            case "process_name":
                _processes.Add(ProcessOf(happened), Text(args, "name"));
                break;
            case "thread_name":
                // Perfetto knows a thread by its number alone: a second one of a number would not be taken here.
                _tracks.Add(TrackOf(happened)!.Value, Text(args, "name"));
                break;
            default:
                Assert.True(args.GetProperty("sort_index").TryGetInt32(out _));
                break;
        }
    }

    private void Forward(string line, decimal at)
    {
        Assert.InRange(at, _time.GetValueOrDefault(line), decimal.MaxValue);
        _time[line] = at;
    }

    private void Count(JsonElement happened)
    {
        foreach (var series in happened.GetProperty("args").EnumerateObject())
        {
            var figure = $"{Text(happened, "name")} {series.Name}";
            Forward(figure, From(happened));
            Assert.InRange(series.Value.GetInt32(), 0, int.MaxValue);
            _counters[figure] = series.Value.GetInt32();
        }
    }

    private List<(decimal From, decimal Until)> Spans(int track)
    {
        if (!_spans.TryGetValue(track, out var spans))
            _spans.Add(track, spans = []);
        return spans;
    }

    private static decimal Until(JsonElement happened) => From(happened) + happened.GetProperty("dur").GetDecimal();

    private static decimal From(JsonElement happened) => happened.GetProperty("ts").GetDecimal();

    private static string Text(JsonElement happened, string name) => happened.GetProperty(name).GetString()!;

    private static int ProcessOf(JsonElement happened) => happened.GetProperty("pid").GetInt32();

    private static int? TrackOf(JsonElement happened) => happened.TryGetProperty("tid", out var number) ? number.GetInt32() : null;

    private static string LongId(JsonElement happened) => $"{Text(happened, "cat")} {Text(happened, "id")}";
}
