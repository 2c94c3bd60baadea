namespace Sim.Simulation.Exploration;

/// <summary>Shares the numbers of the schedules out among workers.</summary>
internal sealed class WorkShare(long schedules, ExplorationProgress? progress, CancellationToken cancel)
{
    // Taking turns by the piece would cost the workers a cache line each time.
    private const int Portion = 16;

    private readonly Lock _lock = new();
    private long _next;
    private FailedSchedule? _first;

    /// <summary>The failure with the lowest number so far.</summary>
    public FailedSchedule? FirstFailure => Volatile.Read(ref _first);

    /// <summary>Takes the next numbers. None are left behind a failure: whatever is lower was taken before.</summary>
    public bool TryTake(out long first, out long end)
    {
        first = end = 0;
        if (cancel.IsCancellationRequested || FirstFailure is not null)
            return false;
        end = Interlocked.Add(ref _next, Portion);
        first = end - Portion;
        end = Math.Min(end, schedules);
        return first < schedules;
    }

    /// <summary>True when a schedule of this number is of no interest any more.</summary>
    public bool IsBehindFailure(long number) => cancel.IsCancellationRequested || FirstFailure?.Number < number;

    public void Report(FailedSchedule failed)
    {
        lock (_lock)
        {
            if (_first is null || failed.Number < _first.Number)
                Volatile.Write(ref _first, failed);
        }
    }

    public void Done(long count) => progress?.Add(count);
}
