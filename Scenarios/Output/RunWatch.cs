using Sim.Actors.Tracing;
using Sim.Checkers;
using Sim.Scenarios.Media;
using Sim.Scenarios.Run;

namespace Sim.Scenarios.Output;

/// <summary>Everything that watches one run of a scenario for its report, and the files that were asked for.</summary>
public sealed class RunWatch : IDisposable
{
    private readonly RunIdentity _run;
    private readonly RunMeter _meter = new();
    private readonly HangReport _waiting = new();
    private readonly LaneView _lanes;
    private readonly TraceFile? _trace;
    private readonly TimelineFile? _timeline;

    /// <summary>Makes the watch, and the files under temporary names.</summary>
    /// <param name="run">Which run it is.</param>
    /// <param name="options">What was asked.</param>
    /// <exception cref="MediaException">A file cannot be written.</exception>
    public RunWatch(RunIdentity run, RunOptions options)
    {
        _run = run;
        _lanes = new LaneView(run.Engines);
        _trace = options.Trace is { } trace ? new TraceFile(trace) : null;
        _timeline = options.Timeline is { } timeline ? new TimelineFile(timeline, run.Engines) : null;
    }

    /// <summary>Who watches.</summary>
    public IReadOnlyList<ITraceListener> Listeners =>
        [_meter, _lanes, _waiting, .. new ITraceListener?[] { _trace, _timeline }.OfType<ITraceListener>()];

    /// <summary>The run is over: the files appear, and the report is made.</summary>
    /// <param name="properties">How the run was judged.</param>
    /// <param name="elapsed">How long it took, in real time.</param>
    /// <exception cref="MediaException">A file cannot be written.</exception>
    public RunReport End(PropertySet properties, TimeSpan elapsed)
    {
        _trace?.Commit();
        _timeline?.Commit();
        return RunReport.Of(_run, _meter, properties, elapsed) with { Lanes = _lanes.Render(), Waiting = _waiting.Render() };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _trace?.Dispose();
        _timeline?.Dispose();
    }
}
