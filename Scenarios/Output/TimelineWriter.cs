using System.Text.Json;
using Sim.Scenarios.Media;

namespace Sim.Scenarios.Output;

/// <summary>
/// Writes events in the Trace Event Format, one a line. Times are microseconds with one decimal. Spans are single events, not
/// a begin and an end: not every viewer keeps the begins and ends of several tracks apart.
/// </summary>
internal sealed class TimelineWriter : IDisposable
{
    private readonly PatientOutput _output;
    private readonly MemoryStream _buffer = new();
    private readonly Utf8JsonWriter _json;
    private long _arrows;
    private bool _hasEvents;

    /// <summary>Makes the file.</summary>
    /// <exception cref="MediaException">It cannot be written.</exception>
    public TimelineWriter(string path)
    {
        _output = new PatientOutput(path);
        _json = new Utf8JsonWriter(_buffer);
        _buffer.Write("""{"displayTimeUnit":"ms","traceEvents":["""u8);
    }

    public bool IsBroken => _output.IsBroken;

    public void NameProcess(int process, string name)
    {
        Describe("process_name"u8, process, thread: null);
        _json.WriteString("name"u8, name);
        EndArguments();
        Describe("process_sort_index"u8, process, thread: null);
        _json.WriteNumber("sort_index"u8, process);
        EndArguments();
    }

    public void NameTrack(in TimelineTrack track, string name)
    {
        Describe("thread_name"u8, track.Process, track.Thread);
        _json.WriteString("name"u8, name);
        EndArguments();
        Describe("thread_sort_index"u8, track.Process, track.Thread);
        _json.WriteNumber("sort_index"u8, track.Thread);
        EndArguments();
    }

    /// <summary>A span; those of a track do not overlap.</summary>
    /// <param name="track">Its track.</param>
    /// <param name="from">When it begins.</param>
    /// <param name="until">When it ends.</param>
    /// <param name="category">What it is.</param>
    /// <param name="name">Its name.</param>
    /// <param name="colour">A reserved name.</param>
    /// <returns>Writes its arguments, which <see cref="EndArguments"/> ends.</returns>
    public Utf8JsonWriter Span(
        in TimelineTrack track,
        TimeSpan from,
        TimeSpan until,
        ReadOnlySpan<byte> category,
        ReadOnlySpan<byte> name,
        string colour)
    {
        Open("X"u8, track, from, category, name);
        _json.WriteNumber("dur"u8, Microseconds(until - from));
        _json.WriteString("cname"u8, colour);
        _json.WriteStartObject("args"u8);
        return _json;
    }

    public void EndArguments()
    {
        _json.WriteEndObject();
        Close();
    }

    /// <summary>Begins a span that may overlap others.</summary>
    /// <param name="track">Its track.</param>
    /// <param name="at">When.</param>
    /// <param name="category">What it is.</param>
    /// <param name="name">Its name.</param>
    /// <param name="id">Tells it from others that are open.</param>
    /// <returns>Writes its arguments, which <see cref="EndArguments"/> ends.</returns>
    public Utf8JsonWriter BeginLong(
        in TimelineTrack track, TimeSpan at, ReadOnlySpan<byte> category, ReadOnlySpan<byte> name, string id) =>
        OpenLong("b"u8, track, at, category, name, id);

    /// <summary>Ends a span of <see cref="BeginLong"/>; category, name and id as there.</summary>
    public Utf8JsonWriter EndLong(
        in TimelineTrack track, TimeSpan at, ReadOnlySpan<byte> category, ReadOnlySpan<byte> name, string id) =>
        OpenLong("e"u8, track, at, category, name, id);

    /// <summary>Something at one moment, perhaps with one argument.</summary>
    public void Instant(
        in TimelineTrack track,
        TimeSpan at,
        ReadOnlySpan<byte> category,
        string name,
        string? argument = null,
        string? value = null)
    {
        Open("i"u8, track.Process, track.Thread);
        WriteInstant(at, category, name, "t"u8, argument, value);
    }

    /// <summary>Something at one moment that concerns no single track.</summary>
    public void Instant(int process, TimeSpan at, ReadOnlySpan<byte> category, string name, string argument, string value)
    {
        Open("i"u8, process, thread: null);
        WriteInstant(at, category, name, "p"u8, argument, value);
    }

    /// <summary>An arrow. It begins and ends at the span that was written last for its track and time.</summary>
    public void Arrow(in TimelineTrack from, TimeSpan begins, in TimelineTrack to, TimeSpan ends, ReadOnlySpan<byte> name)
    {
        _arrows++;
        Open("s"u8, from, begins, "epoch"u8, name);
        _json.WriteNumber("id"u8, _arrows);
        Close();
        Open("f"u8, to, ends, "epoch"u8, name);
        _json.WriteNumber("id"u8, _arrows);
        _json.WriteString("bp"u8, "e"u8);
        Close();
    }

    /// <summary>A figure, as it is from now on.</summary>
    public void Counter(int process, TimeSpan at, string name, ReadOnlySpan<byte> unit, int value)
    {
        Open("C"u8, process, thread: null);
        WriteTime(at);
        _json.WriteString("name"u8, name);
        _json.WriteStartObject("args"u8);
        _json.WriteNumber(unit, value);
        EndArguments();
    }

    /// <summary>Ends the file and puts it in its place.</summary>
    /// <exception cref="MediaException">It could not be written.</exception>
    public void Commit()
    {
        _buffer.Write("\n]}\n"u8);
        Drain();
        _output.Commit();
    }

    public void Dispose()
    {
        _json.Dispose();
        _output.Dispose();
    }

    private Utf8JsonWriter OpenLong(
        ReadOnlySpan<byte> phase,
        in TimelineTrack track,
        TimeSpan at,
        ReadOnlySpan<byte> category,
        ReadOnlySpan<byte> name,
        string id)
    {
        Open(phase, track, at, category, name);
        _json.WriteString("id"u8, id);
        _json.WriteStartObject("args"u8);
        return _json;
    }

    private void Describe(ReadOnlySpan<byte> what, int process, int? thread)
    {
        Open("M"u8, process, thread);
        _json.WriteString("name"u8, what);
        _json.WriteStartObject("args"u8);
    }

    private void WriteInstant(
        TimeSpan at, ReadOnlySpan<byte> category, string name, ReadOnlySpan<byte> scope, string? argument, string? value)
    {
        WriteTime(at);
        _json.WriteString("s"u8, scope);
        _json.WriteString("cat"u8, category);
        _json.WriteString("name"u8, name);
        if (argument is not null)
        {
            _json.WriteStartObject("args"u8);
            _json.WriteString(argument, value);
            _json.WriteEndObject();
        }

        Close();
    }

    private void Open(
        ReadOnlySpan<byte> phase, in TimelineTrack track, TimeSpan at, ReadOnlySpan<byte> category, ReadOnlySpan<byte> name)
    {
        Open(phase, track.Process, track.Thread);
        WriteTime(at);
        _json.WriteString("cat"u8, category);
        _json.WriteString("name"u8, name);
    }

    private void Open(ReadOnlySpan<byte> phase, int process, int? thread)
    {
        _buffer.Write(_hasEvents ? ",\n"u8 : "\n"u8);
        _hasEvents = true;
        _json.Reset();
        _json.WriteStartObject();
        _json.WriteString("ph"u8, phase);
        _json.WriteNumber("pid"u8, process);
        if (thread is { } number)
            _json.WriteNumber("tid"u8, number);
    }

    private void WriteTime(TimeSpan at) => _json.WriteNumber("ts"u8, Microseconds(at));

    private static double Microseconds(TimeSpan time) => (double)time.Ticks / TimeSpan.TicksPerMicrosecond;

    private void Close()
    {
        _json.WriteEndObject();
        _json.Flush();
        if (_buffer.Length >= PatientOutput.Piece)
            Drain();
    }

    private void Drain()
    {
        _output.Write(_buffer.GetBuffer().AsSpan(0, (int)_buffer.Length));
        _buffer.SetLength(0);
    }
}
