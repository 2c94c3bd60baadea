using Akka.Actor;
using Akka.Event;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

/// <summary>Puts filters into the listener of a system while something runs, and counts what they match.</summary>
internal sealed partial class EventFilterApplier(TestKitBase testkit, ActorSystem system, IReadOnlyList<EventFilterBase> filters)
    : IEventFilterApplier
{
    public EventFilterFactory And => new(testkit, system, filters);

    public IUnmutableFilter Mute()
    {
        Hide();
        return new Muted(this);
    }

    private void Hide()
    {
        TestEventListener.Await(system, testkit.Dilated(testkit.TestKitSettings.DefaultTimeout));
        system.EventStream.Publish(new Mute(filters));
    }

    private void Show() => system.EventStream.Publish(new Unmute(filters));

    private async ValueTask<T> Run<T>(
        bool sync, int? expected, TimeSpan? timeout, Func<ValueTask<T>> action, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var matches = new Matches();
        foreach (var filter in filters) filter.EventMatched += matches.Add;
        Hide();
        try
        {
            var result = await action();
            if (expected is { } count) await Expect(sync, matches, count, timeout, cancellationToken);
            return result;
        }
        finally
        {
            Show();
            foreach (var filter in filters) filter.EventMatched -= matches.Add;
        }
    }

    private async ValueTask Expect(
        bool sync, Matches matches, int expected, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        var limit = testkit.Dilated(timeout ?? testkit.TestKitSettings.TestEventFilterLeeway);

        // To see that none comes, all the time has to pass.
        var enough = Math.Max(expected, 1);
        await matches.Reach(sync, enough, limit, cancellationToken);
        await Flush(sync, cancellationToken);
        var events = matches.All();
        if (events.Length == expected) return;
        testkit.AssertionsOfKit.Fail(
            "{0}",
            $"Failed: expected {expected} of: {string.Join(", or ", filters)}, within {ExpectationReport.Describe(limit)}"
            + $"\nInstead: {events.Length} came{ExpectationReport.List(events.Take(20).Select(e => $"{e}"))}");
    }

    // An event that was published in time counts, however late its thread lets the listener see it.
    private async ValueTask Flush(bool sync, CancellationToken cancellationToken)
    {
        var flush = new TestEventListener.Flush(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        system.EventStream.Publish(flush);
        var limit = testkit.Dilated(testkit.TestKitSettings.DefaultTimeout);
        if (sync) flush.Done.Task.Wait((int)limit.TotalMilliseconds, cancellationToken);
        else await Task.WhenAny(flush.Done.Task, Task.Delay(limit, cancellationToken));
    }

    private sealed class Muted(EventFilterApplier applier) : IUnmutableFilter
    {
        public void Unmute() => applier.Show();

        public void Dispose() => Unmute();
    }

    /// <summary>The events that matched so far. The listener adds them on its own thread.</summary>
    private sealed class Matches
    {
        private readonly Lock _gate = new();
        private readonly List<LogEvent> _events = [];
        private TaskCompletionSource? _arrival;

        public void Add(EventFilterBase filter, LogEvent logEvent)
        {
            TaskCompletionSource? arrival;
            lock (_gate)
            {
                _events.Add(logEvent);
                (arrival, _arrival) = (_arrival, null);
            }

            arrival?.TrySetResult();
        }

        public LogEvent[] All()
        {
            lock (_gate) return [.. _events];
        }

        public async ValueTask Reach(bool sync, int count, TimeSpan limit, CancellationToken cancellationToken)
        {
            var end = TestKitBase.Now + limit;
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Task arrival;
                lock (_gate)
                {
                    if (_events.Count >= count) return;
                    arrival = (_arrival ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
                }

                var left = end - TestKitBase.Now;
                if (left <= TimeSpan.Zero) return;
                if (sync) arrival.Wait((int)Math.Ceiling(left.TotalMilliseconds), cancellationToken);
                else await arrival.WaitAsync(left, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
