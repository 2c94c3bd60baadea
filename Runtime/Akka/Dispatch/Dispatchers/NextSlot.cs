namespace Akka.Dispatch;

/// <summary>
/// The mailbox that a pool thread runs after its present turn. A handler that blocks would hide it, perhaps for ever when
/// it waits for just that actor: while slots are in use a timer looks at them and hands what did not move between two
/// looks to the pool.
/// </summary>
internal sealed class NextSlot
{
    private const int LookEveryMs = 5;
    private const int QuietLooksMax = 40;
    private const uint LocalTurnsMax = 16;

    [ThreadStatic]
    private static NextSlot? _ofThisThread;

    private static readonly Lock Guard = new();
    private static readonly List<WeakReference<NextSlot>> All = [];
    private static Timer? _timer;
    private static volatile bool _watching;
    private static int _quietLooks;

    private Mailbox? _next;
    private uint _localTurns;
    private int _moves;
    private Mailbox? _seen;
    private int _seenMoves;

    private NextSlot()
    {
        lock (Guard)
        {
            All.RemoveAll(static slot => !slot.TryGetTarget(out _));
            All.Add(new WeakReference<NextSlot>(this));
        }
    }

    public static NextSlot OfThisThread => _ofThisThread ??= new NextSlot();

    /// <summary>The mailbox whose turn runs on this thread, or null.</summary>
    public Mailbox? Running { get; set; }

    /// <summary>Takes a mailbox in if a turn of the same dispatcher runs here and the slot is free.</summary>
    public bool TryPut(Mailbox mailbox, MessageDispatcher dispatcher)
    {
        // A mailbox that goes on by itself must not keep others from this thread.
        if (Running is null || ReferenceEquals(Running, mailbox) || _next is not null
            || !ReferenceEquals(Running.Dispatcher, dispatcher)) return false;
        _moves++;
        Interlocked.Exchange(ref _next, mailbox);
        if (!_watching) StartWatching();
        return true;
    }

    /// <summary>
    /// True when a mailbox may go into the thread's own queue of the pool. The thread empties that one before it looks
    /// at the common queue, so actors that keep each other busy would keep it from all other work: every sixteenth goes
    /// to the common queue, and the own one runs dry after at most sixteen turns for each actor in it.
    /// </summary>
    public bool MayStayLocal() => (++_localTurns % LocalTurnsMax) != 0;

    /// <summary>Takes out what is next, or null. By the owner of the slot or by the timer.</summary>
    public Mailbox? Take() => Volatile.Read(ref _next) is null ? null : Interlocked.Exchange(ref _next, null);

    private static void StartWatching()
    {
        lock (Guard)
        {
            if (_watching) return;
            _watching = true;
            _quietLooks = 0;
            _timer ??= new Timer(static _ => Look(), null, Timeout.Infinite, Timeout.Infinite);
            _timer.Change(LookEveryMs, LookEveryMs);
        }
    }

    private static void Look()
    {
        lock (Guard)
        {
            var quiet = true;
            foreach (var reference in All)
            {
                if (reference.TryGetTarget(out var slot)) quiet &= slot.LookAt();
            }

            _quietLooks = quiet ? _quietLooks + 1 : 0;
            if (_quietLooks < QuietLooksMax) return;
            _watching = false;
            _timer!.Change(Timeout.Infinite, Timeout.Infinite);
        }

        // Whoever used a slot just before the watch ended must not be overlooked.
        Interlocked.MemoryBarrier();
        lock (Guard)
        {
            if (!All.Exists(static r => r.TryGetTarget(out var slot) && Volatile.Read(ref slot._next) is not null)) return;
        }

        StartWatching();
    }

    /// <returns>True when the slot was not used since the last look.</returns>
    private bool LookAt()
    {
        var next = Volatile.Read(ref _next);
        var moves = Volatile.Read(ref _moves);
        var quiet = next is null && moves == _seenMoves;
        if (next is not null && ReferenceEquals(next, _seen) && moves == _seenMoves
            && Interlocked.CompareExchange(ref _next, null, next) == next)
        {
            ThreadPool.UnsafeQueueUserWorkItem(next, preferLocal: false);
            next = null;
        }

        _seen = next;
        _seenMoves = moves;
        return quiet;
    }
}
