using System.Diagnostics;
using Akka.Actor;

namespace Akka.TestKit;

/// <summary>
/// The messages that a test actor received and the test has not looked at. Waiting blocks on a monitor or, when
/// asynchronous, on a task that the next message completes. Bounded: what comes beyond is counted and dropped.
/// </summary>
internal sealed class TestQueue
{
    /// <summary>How many messages may wait.</summary>
    public const int Capacity = 1_000_000;

    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(40);

    private readonly object _gate = new();
    private readonly Queue<MessageEnvelope> _messages = new();
    private TaskCompletionSource? _arrival;

    /// <summary>How many messages did not fit.</summary>
    public int Dropped { get; private set; }

    public int Count
    {
        get
        {
            lock (_gate) return _messages.Count;
        }
    }

    public void Add(object message, IActorRef sender)
    {
        TaskCompletionSource? arrival;
        lock (_gate)
        {
            if (_messages.Count == Capacity)
            {
                Dropped++;
                return;
            }

            _messages.Enqueue(new RealMessageEnvelope(message, sender));
            Monitor.PulseAll(_gate);
            (arrival, _arrival) = (_arrival, null);
        }

        arrival?.TrySetResult();
    }

    public MessageEnvelope[] First(int count)
    {
        lock (_gate) return [.. _messages.Take(count)];
    }

    /// <summary>The next message; null when none came in time. Blocks, and so completes at once, when <paramref name="sync"/>.</summary>
    public ValueTask<MessageEnvelope?> Next(bool sync, bool remove, TimeSpan timeout, CancellationToken cancellation) =>
        sync ? new(NextBlocking(remove, timeout, cancellation)) : NextAsync(remove, timeout, cancellation);

    private static TimeSpan Left(long start, TimeSpan timeout)
    {
        if (timeout == Timeout.InfiniteTimeSpan) return LongestWait;
        var left = timeout - Stopwatch.GetElapsedTime(start);
        return left > LongestWait ? LongestWait : left;
    }

    private MessageEnvelope? NextBlocking(bool remove, TimeSpan timeout, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        using var registration = cancellation.UnsafeRegister(static queue => ((TestQueue)queue!).Wake(), this);
        lock (_gate)
        {
            while (true)
            {
                cancellation.ThrowIfCancellationRequested();
                if (Take(remove) is { } message) return message;
                var left = Left(start, timeout);
                if (left <= TimeSpan.Zero) return null;
                Monitor.Wait(_gate, left + TimeSpan.FromMilliseconds(1)); // a wait is cut to whole milliseconds
            }
        }
    }

    private async ValueTask<MessageEnvelope?> NextAsync(bool remove, TimeSpan timeout, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            Task arrival;
            lock (_gate)
            {
                if (Take(remove) is { } message) return message;
                arrival = (_arrival ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            }

            var left = Left(start, timeout);
            if (left <= TimeSpan.Zero) return null;
            await arrival.WaitAsync(left, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private MessageEnvelope? Take(bool remove)
    {
        if (!_messages.TryPeek(out var message)) return null;
        if (remove) _messages.Dequeue();
        return message;
    }

    private void Wake()
    {
        lock (_gate) Monitor.PulseAll(_gate);
    }
}
