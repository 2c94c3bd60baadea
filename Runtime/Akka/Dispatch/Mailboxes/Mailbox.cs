using Akka.Actor;
using Akka.Dispatch.MessageQueues;
using Akka.Dispatch.SysMsg;

namespace Akka.Dispatch;

/// <summary>
/// The messages of one actor and the turn that handles them. One word, <c>_lock</c>, guards the incoming side and the
/// decision who runs: whoever turns an idle mailbox busy schedules it, and only its own turn makes it idle again.
/// </summary>
public abstract class Mailbox : IRunnable
{
    private int _lock;
    private bool _scheduled;
    private SystemMessage? _systemHead;
    private SystemMessage? _systemTail;
    private volatile int _holds;

    /// <summary>A mailbox of an actor.</summary>
    /// <param name="actor">The actor.</param>
    /// <param name="dispatcher">What runs it.</param>
    private protected Mailbox(ActorCell actor, MessageDispatcher dispatcher)
    {
        Actor = actor;
        Dispatcher = dispatcher;
    }

    /// <summary>What runs the actor.</summary>
    public MessageDispatcher Dispatcher { get; }

    /// <summary>The ordinary messages.</summary>
    public abstract IMessageQueue MessageQueue { get; }

    /// <summary>The actor.</summary>
    internal ActorCell Actor { get; }

    /// <summary>True when the actor has ended; later messages become dead letters.</summary>
    internal bool IsClosed { get; private protected set; }

    /// <summary>How many times the actor is suspended.</summary>
    internal int Holds => IsAwaiting ? _holds - 1 : _holds;

    /// <summary>True while an asynchronous handler is not done: its message stays the current one. Counts as a hold.</summary>
    internal bool IsAwaiting { get; private set; }

    private protected bool MayRunUserMessages => _holds == 0;

    /// <summary>Runs one turn: all system messages, then ordinary ones up to the throughput of the dispatcher.</summary>
    public void Run()
    {
        var outer = ActorCell.Enter(Actor);
        try
        {
            if (!IsClosed)
            {
                RunSystemMessages();
                RunUserMessages();
            }
        }
        catch (Exception e)
        {
            // What actors throw is for their supervisors; this comes from the queue, or from telling somebody of a failure.
            Dispatcher.ReportFailedTurn(e);
        }
        finally
        {
            ActorCell.Leave(outer);
        }

        if (!TryGoIdle()) Dispatcher.Yield(this);
    }

    /// <inheritdoc/>
    public void Execute() => Dispatcher.RunFromPool(this);

    /// <summary>Adds an ordinary message.</summary>
    /// <param name="envelope">The message.</param>
    /// <returns>True when the caller must schedule the mailbox.</returns>
    internal abstract bool Post(in Envelope envelope);

    /// <summary>Adds a system message.</summary>
    /// <param name="message">The message.</param>
    /// <returns>True when the caller must schedule the mailbox.</returns>
    internal bool PostSystem(SystemMessage message)
    {
        EnterLock();
        if (IsClosed)
        {
            ExitLock();
            Actor.HandleAfterDeath(message);
            return false;
        }

        if (_systemTail is null) _systemHead = message;
        else _systemTail.Next = message;
        _systemTail = message;
        var schedule = !_scheduled;
        _scheduled = true;
        ExitLock();
        return schedule;
    }

    /// <summary>Holds ordinary messages back once more. Only within the actor's turn, or before its first.</summary>
    internal void Hold() => _holds++;

    /// <summary>Takes one hold back. Only within the actor's turn.</summary>
    internal void Release()
    {
        if (Holds > 0) _holds--;
    }

    /// <summary>Begins or ends the wait for an asynchronous handler. Only within the actor's turn.</summary>
    /// <param name="value">True to begin.</param>
    internal void Await(bool value)
    {
        if (IsAwaiting == value) return;
        IsAwaiting = value;
        _holds += value ? 1 : -1;
    }

    /// <summary>Puts messages before all that wait, in their order. Only within the actor's turn.</summary>
    /// <param name="envelopes">The messages.</param>
    internal abstract void Prepend(ReadOnlySpan<Envelope> envelopes);

    /// <summary>Ends the mailbox; what waits goes to the dead letters. Only within the actor's turn.</summary>
    internal void Close()
    {
        EnterLock();
        IsClosed = true;
        var system = _systemHead;
        _systemHead = _systemTail = null;
        ExitLock();
        for (; system is not null; system = Detach(system)) Actor.HandleAfterDeath(system);
        DrainToDeadLetters();
    }

    /// <summary>Takes back a scheduling that the dispatcher refused.</summary>
    internal void Unschedule()
    {
        EnterLock();
        _scheduled = false;
        ExitLock();
    }

    private protected abstract bool HasUserMessages { get; }

    private protected abstract bool TryTake(out Envelope envelope);

    private protected abstract void DrainToDeadLetters();

    private protected bool ClaimSchedulingLocked()
    {
        if (_scheduled || _holds != 0) return false;
        _scheduled = true;
        return true;
    }

    private protected void EnterLock()
    {
        if (Interlocked.CompareExchange(ref _lock, 1, 0) != 0) EnterLockSlowly();
    }

    private protected void ExitLock() => Volatile.Write(ref _lock, 0);

    private protected virtual void OnIdleLocked()
    {
    }

    // Unlinks the message so that handling it may send others; the queue's order is kept by the caller's loop.
    private static SystemMessage? Detach(SystemMessage message)
    {
        var next = message.Next;
        message.Next = null;
        return next;
    }

    private void EnterLockSlowly()
    {
        // The holder may have lost its core: after a few spins SpinWait yields, so that it can go on.
        var spin = new SpinWait();
        do spin.SpinOnce();
        while (Volatile.Read(ref _lock) != 0 || Interlocked.CompareExchange(ref _lock, 1, 0) != 0);
    }

    private void RunSystemMessages()
    {
        while (Volatile.Read(ref _systemHead) is not null && !IsClosed)
        {
            EnterLock();
            var message = _systemHead!;
            _systemHead = message.Next;
            if (_systemHead is null) _systemTail = null;
            ExitLock();
            message.Next = null;
            Actor.InvokeSystem(message);
        }
    }

    private void RunUserMessages()
    {
        var left = Math.Max(1, Dispatcher.Throughput);
        var deadline = Dispatcher.ThroughputDeadlineTime;
        var start = deadline is > 0 ? Environment.TickCount64 : 0;
        while (MayRunUserMessages && !IsClosed && TryTake(out var envelope))
        {
            Actor.Invoke(in envelope);
            if (Volatile.Read(ref _systemHead) is not null) RunSystemMessages();
            if (--left <= 0) return;
            if (deadline is { } ticks
                && (ticks <= 0 || (Environment.TickCount64 - start) * TimeSpan.TicksPerMillisecond >= ticks)) return;
        }
    }

    private bool TryGoIdle()
    {
        EnterLock();
        try
        {
            if (!IsClosed && (_systemHead is not null || (MayRunUserMessages && HasUserMessages))) return false;
            _scheduled = false;
            OnIdleLocked();
            return true;
        }
        finally
        {
            ExitLock();
        }
    }
}
