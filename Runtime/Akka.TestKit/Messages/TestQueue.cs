using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Akka.Actor;

namespace Akka.TestKit;

/// <summary>
/// The messages that a test actor received and the test has not looked at. Who waits, waits for a task that the next message
/// completes: a thread of the pool that blocks on a task, and on nothing else, is replaced by the pool at once, so that the
/// actors it waits for can run. Bounded: what comes beyond is counted and dropped.
/// </summary>
internal sealed class TestQueue
{
    /// <summary>How many messages may wait.</summary>
    public const int Capacity = 1_000_000;

    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(40);

    private readonly Lock _gate = new();
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
        while (true)
        {
            if (TryTake(remove, cancellation, out var message, out var arrival)) return message;
            var left = Left(start, timeout);
            if (left <= TimeSpan.Zero) return null;
            arrival.Wait((int)Math.Min(int.MaxValue, Math.Ceiling(left.TotalMilliseconds)), cancellation);
        }
    }

    private async ValueTask<MessageEnvelope?> NextAsync(bool remove, TimeSpan timeout, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            if (TryTake(remove, cancellation, out var message, out var arrival)) return message;
            var left = Left(start, timeout);
            if (left <= TimeSpan.Zero) return null;
            await arrival.WaitAsync(left, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private bool TryTake(
        bool remove,
        CancellationToken cancellation,
        [NotNullWhen(true)] out MessageEnvelope? message,
        [NotNullWhen(false)] out Task? arrival)
    {
        cancellation.ThrowIfCancellationRequested();
        arrival = null;
        lock (_gate)
        {
            if (_messages.TryPeek(out message))
            {
                if (remove) _messages.Dequeue();
                return true;
            }

            arrival = (_arrival ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            return false;
        }
    }
}
