using Akka.Actor;
using Akka.Dispatch.MessageQueues;

namespace Akka.Dispatch;

/// <summary>
/// The default mailbox, without a bound: senders fill one array, the actor empties another, and the two change places
/// when the second is empty. It allocates nothing per message, and gives a burst's memory back once it is idle.
/// </summary>
internal sealed class SwapMailbox(ActorCell actor, MessageDispatcher dispatcher) : Mailbox(actor, dispatcher), IMessageQueue
{
    private const int FirstLength = 4;
    private const int KeptLength = 1024;

    private Envelope[]? _incoming;
    private Envelope[]? _current;
    private int _incomingCount;
    private int _currentHead;
    private int _currentEnd;

    public override IMessageQueue MessageQueue => this;

    public bool HasMessages => Count > 0;

    public int Count => Volatile.Read(ref _incomingCount) + Volatile.Read(ref _currentEnd) - Volatile.Read(ref _currentHead);

    private protected override bool HasUserMessages => _incomingCount > 0 || _currentHead < _currentEnd;

    public void Enqueue(IActorRef receiver, Envelope envelope)
    {
        if (Post(in envelope)) Dispatcher.Reschedule(this);
    }

    public bool TryDequeue(out Envelope envelope) => TryTake(out envelope);

    public void CleanUp(IActorRef owner, IMessageQueue deadletters)
    {
        while (TryTake(out var envelope)) deadletters.Enqueue(owner, envelope);
    }

    internal override bool Post(in Envelope envelope)
    {
        EnterLock();
        if (IsClosed)
        {
            ExitLock();
            Actor.DeadLetter(in envelope);
            return false;
        }

        var buffer = _incoming;
        var count = _incomingCount;
        if (buffer is null || count == buffer.Length) buffer = GrowLocked();
        buffer[count] = envelope;
        _incomingCount = count + 1;
        var schedule = ClaimSchedulingLocked();
        ExitLock();
        return schedule;
    }

    internal override void Prepend(ReadOnlySpan<Envelope> envelopes)
    {
        if (envelopes.IsEmpty) return;
        if (_currentHead < envelopes.Length)
        {
            var waiting = _currentEnd - _currentHead;
            var larger = new Envelope[Math.Max(FirstLength, envelopes.Length + waiting)];
            if (waiting > 0) Array.Copy(_current!, _currentHead, larger, envelopes.Length, waiting);
            _current = larger;
            _currentHead = envelopes.Length;
            _currentEnd = envelopes.Length + waiting;
        }

        _currentHead -= envelopes.Length;
        envelopes.CopyTo(_current.AsSpan(_currentHead));
    }

    private protected override bool TryTake(out Envelope envelope)
    {
        var head = _currentHead;
        if (head == _currentEnd)
        {
            if (!Swap())
            {
                envelope = default;
                return false;
            }

            head = 0;
        }

        ref var slot = ref _current![head];
        envelope = slot;
        slot = default;
        _currentHead = head + 1;
        return true;
    }

    private protected override void OnIdleLocked()
    {
        if (_incoming?.Length > KeptLength && _incomingCount == 0) _incoming = null;
        if (_current?.Length > KeptLength && _currentHead == _currentEnd)
        {
            _current = null;
            _currentHead = _currentEnd = 0;
        }
    }

    private protected override void DrainToDeadLetters()
    {
        while (TryTake(out var envelope)) Actor.DeadLetter(in envelope);
        _incoming = _current = null;
    }

    private bool Swap()
    {
        if (Volatile.Read(ref _incomingCount) == 0) return false;
        EnterLock();
        (_incoming, _current) = (_current, _incoming);
        _currentEnd = _incomingCount;
        _incomingCount = 0;
        _currentHead = 0;
        ExitLock();
        return true;
    }

    private Envelope[] GrowLocked()
    {
        try
        {
            Array.Resize(ref _incoming, Math.Max(FirstLength, _incomingCount * 2));
            return _incoming;
        }
        catch
        {
            ExitLock();
            throw;
        }
    }
}
