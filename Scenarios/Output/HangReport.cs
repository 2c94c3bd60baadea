using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Sim.Actors.Tracing;

namespace Sim.Scenarios.Output;

/// <summary>
/// Says what a run that does not end is waiting for: each job that has not ended, where it is and since when, what keeps
/// others waiting first, and then the barriers that have not opened.
/// </summary>
public sealed class HangReport : ITraceListener
{
    /// <summary>Jobs, and barriers, that are described unless another number is asked for; further ones are counted.</summary>
    public const int DefaultLines = 40;

    private readonly Dictionary<long, WaitingJob> _jobs = [];
    private readonly Dictionary<(int Session, int Epoch), TimeSpan> _barriers = [];
    private readonly Dictionary<int, long> _begun = [];
    private readonly Dictionary<int, (long Job, TimeSpan Since)> _hung = [];
    private long _turn;
    private bool _hasSlots;

    /// <inheritdoc/>
    public void On(TimeSpan at, TraceEvent happened)
    {
        switch (happened)
        {
            case JobSubmitted submitted:
                _jobs[submitted.Job] = WaitingJob.Held(submitted.Session, submitted.Epoch, at);
                break;
            case JobDispatched dispatched:
                _turn++;
                Move(dispatched.Job, WaitingJob.Places.Queued, dispatched.Engine, at);
                break;
            case JobStarted started:
                _begun[started.Engine] = started.Job;
                Move(started.Job, WaitingJob.Places.Running, started.Engine, at);
                break;
            case JobCompleted completed:
                End(completed.Job);
                break;
            case JobAborted aborted:
                End(aborted.Job);
                break;
            case RefreshFinished finished:
                _barriers[(finished.Session, finished.Epoch)] = at;
                break;
            case KeyNegotiated { Epoch: > 0 } negotiated:
                _barriers[(negotiated.Session, negotiated.Epoch)] = at;
                break;
            case KeySwitched switched:
                _barriers.Remove((switched.Session, switched.Epoch));
                break;
            case KeySlotChanged:
                _hasSlots = true;
                break;
            case EngineHung hung:
                _hung[hung.Engine] = (hung.Job, at);
                break;
            case EngineReset reset:
                _hung.Remove(reset.Engine);
                break;
        }
    }

    /// <summary>Describes what waits.</summary>
    /// <param name="maxLines">Most jobs, and most barriers, that are described.</param>
    /// <returns>A line for each; null when nothing waits.</returns>
    public string? Render(int maxLines = DefaultLines)
    {
        if (_jobs.Count == 0 && _barriers.Count == 0)
            return null;
        var text = new StringBuilder();
        var ahead = FirstOfEachEngine();
        var jobs = _jobs
            .OrderBy(job => job.Value.Place)
            .ThenByDescending(job => IsHungOn(job.Key, job.Value))
            .ThenBy(job => job.Value.Turn)
            .ThenBy(job => job.Key);
        foreach (var (number, job) in jobs.Take(maxLines))
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"job {number} of session {job.Session}, epoch {job.Epoch}: {Describe(number, job, ahead)}\n");
        }

        if (_jobs.Count > maxLines)
            text.Append(CultureInfo.InvariantCulture, $"and {_jobs.Count - maxLines} more jobs wait\n");
        foreach (var ((session, epoch), since) in _barriers.OrderBy(barrier => barrier.Key).Take(maxLines))
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"barrier of session {session}, epoch {epoch}: pending {Show(since)}; jobs of older epochs that " +
                $"have not ended: {_jobs.Values.Count(job => job.Session == session && job.Epoch < epoch)}\n");
        }

        if (_barriers.Count > maxLines)
            text.Append(CultureInfo.InvariantCulture, $"and {_barriers.Count - maxLines} more barriers wait\n");
        return text.ToString().TrimEnd();
    }

    private void Move(long number, WaitingJob.Places place, int engine, TimeSpan at)
    {
        ref var job = ref CollectionsMarshal.GetValueRefOrNullRef(_jobs, number);
        if (!Unsafe.IsNullRef(ref job))
            job = job with { Place = place, Engine = engine, Turn = place == WaitingJob.Places.Queued ? _turn : job.Turn, Since = at };
    }

    private void End(long number)
    {
        if (_jobs.Remove(number, out var job) && IsHungOn(number, job))
            _hung.Remove(job.Engine);
    }

    private bool IsHungOn(long number, in WaitingJob job) => _hung.TryGetValue(job.Engine, out var hung) && hung.Job == number;

    // The job that the others in an engine's queue stand behind.
    private Dictionary<int, long> FirstOfEachEngine()
    {
        var first = new Dictionary<int, long>();
        foreach (var (number, job) in _jobs.OrderBy(job => job.Value.Turn))
        {
            if (job.Place == WaitingJob.Places.Queued)
                first.TryAdd(job.Engine, number);
        }

        foreach (var (number, job) in _jobs)
        {
            if (job.Place == WaitingJob.Places.Running && _begun[job.Engine] == number)
                first[job.Engine] = number;
        }

        return first;
    }

    private string Describe(long number, in WaitingJob job, Dictionary<int, long> ahead) => job.Place switch
    {
        WaitingJob.Places.Running when IsHungOn(number, job) =>
            $"running on engine {job.Engine}, which hangs {Show(_hung[job.Engine].Since)}",
        WaitingJob.Places.Running when _begun[job.Engine] != number =>
            $"on engine {job.Engine} {Show(job.Since)}, which has begun another job; its session has not told its ending",
        WaitingJob.Places.Running => $"running on engine {job.Engine} {Show(job.Since)}",
        WaitingJob.Places.Queued when ahead[job.Engine] != number =>
            $"queued on engine {job.Engine} behind job {ahead[job.Engine]} {Show(job.Since)}",
        WaitingJob.Places.Queued => $"first in the queue of engine {job.Engine}, which has not begun it, {Show(job.Since)}",
        _ => $"{WhyHeld(job)} {Show(job.Since)}",
    };

    private string WhyHeld(WaitingJob job)
    {
        var behind = _barriers.Keys.Where(barrier => barrier.Session == job.Session && barrier.Epoch <= job.Epoch).ToArray();
        if (behind.Length > 0)
            return $"held behind the barrier of epoch {behind.Min(barrier => barrier.Epoch)}";
        return _hasSlots ? "waiting for a key slot" : "held, and nothing in the trace says why,";
    }

    private static string Show(TimeSpan since) =>
        string.Create(CultureInfo.InvariantCulture, $"since {since.TotalMilliseconds:F3} ms");
}
