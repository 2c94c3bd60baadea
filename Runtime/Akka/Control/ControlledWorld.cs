using Akka.Actor;
using Akka.Dispatch;
using Akka.Dispatch.SysMsg;
using Sim.Control;

namespace Akka.Control;

/// <summary>The state of a controlled system that its driver sees. One thread uses it, so that nothing is locked.</summary>
internal sealed partial class ControlledWorld : IControlledWorld
{
    private readonly ActorSystemImpl _system;
    private readonly DateTimeOffset _start;
    private readonly ReadyList _others = new();
    private readonly InboxOrder _actors = new();
    private ControlledInbox[] _ready = [];
    private bool _readyIsKnown;
    private ControlledTaskScheduler? _tasks;
    private int _inboxes = (int)ActorSystemImpl.SystemUid;
    public ControlledWorld(ActorSystemImpl system, DateTimeOffset start)
    {
        _system = system;
        _start = start;
        _context = new ControlledContext(this);
    }

    public ReadOnlySpan<IInbox> Ready
    {
        get
        {
            if (!_readyIsKnown) LookForReady();
            return new ReadOnlySpan<IInbox>((IInbox[])_ready, 0, ReadyCount);
        }
    }

    public int ReadyCount => _others.Count + _actors.ReadyCount;

    public ReadOnlySpan<IInbox> Actors => _actors.All;

    public TimeSpan Now { get; private set; }

    public long Steps { get; private set; }

    /// <summary>The step that runs, or 0.</summary>
    public long Cause { get; private set; }

    /// <summary>The time of day, in UTC.</summary>
    public DateTimeOffset TimeOfDay => _start + Now;

    /// <summary>Runs each task in a step of its own.</summary>
    public TaskScheduler Tasks => _tasks ??= new ControlledTaskScheduler(this);

    /// <summary>The world in which a message to a receiver is sent, or null.</summary>
    public static ControlledWorld? Of(ICanTell receiver) => receiver switch
    {
        ActorCell cell => cell.SystemImpl.World,
        ActorSelection { Anchor: ActorCell anchor } => anchor.SystemImpl.World,
        _ => ActorCell.Current?.SystemImpl.World,
    };

    public IInbox ReadyAt(int index) => ReadyInboxAt(index);

    public void Step(IInbox inbox)
    {
        var at = (ControlledInbox)inbox;
        if (!IsReady(at) || !ReferenceEquals(at.World, this)) throw NotReady(at);
        Step(at, out _);
    }

    public IInbox StepAt(int index, out long before, out long cause)
    {
        var at = ReadyInboxAt(index);
        before = at.LastStep;
        Step(at, out cause);
        return at;
    }

    public void AdvanceTo(TimeSpan time)
    {
        if (time > Now) Now = time;
    }

    /// <summary>The number for the inbox of a new actor.</summary>
    /// <exception cref="InvalidOperationException">Another thread makes the actor.</exception>
    public int InboxIdFor(ActorCell actor)
    {
        if (!IsHere)
        {
            var path = actor.Path.ToStringWithoutAddress();
            Intrude("ActorOf", path, null);
            throw new InvalidOperationException($"{path} cannot be created: the system is controlled, and this is not its thread.");
        }

        // Those of the guardians come first, whenever they are made.
        return actor.Uid <= ActorSystemImpl.SystemUid ? (int)actor.Uid - 1 : _inboxes++;
    }

    public void Deliver(ControlledInbox inbox, in Envelope envelope)
    {
        if (!IsHere || inbox.IsClosed || !inbox.IsInOrder)
        {
            DeliverSpecially(inbox, in envelope);
            return;
        }

        if (IsTelling) Note(EffectKind.Sent, inbox.Id);
        inbox.Add(envelope.Message, envelope.Sender, Cause);
        _readyIsKnown = false;
        if (inbox.Place != InboxOrder.NoPlace && inbox.IsOpen) _actors.Ready(inbox.Place);
        else MakeReady(inbox);
    }

    public void Deliver(ControlledInbox inbox, SystemMessage message)
    {
        if (!IsHere)
        {
            Intrude(message is ActorTask ? "a continuation of an asynchronous handler" : message.GetType().Name, PathOf(inbox), message);
            return;
        }

        if (inbox.IsClosed)
        {
            Note(EffectKind.Dropped, inbox.Id);
            inbox.Actor.HandleAfterDeath(message);
            return;
        }

        Note(message is Create ? EffectKind.Created : EffectKind.Overtook, inbox.Id);
        inbox.AddSystem(message, Cause);
        MakeReady(inbox);
    }

    /// <summary>The inbox of a reference that has no actor; null when another thread makes it, whose messages never arrive.</summary>
    /// <param name="owner">The reference.</param>
    /// <param name="number">Its place in the canonical order.</param>
    public ControlledInbox? NewInbox(IInboxOwner owner, long number) =>
        IsHere ? new ControlledInbox(this, owner, _inboxes++) { Number = number } : null;

    /// <summary>Delivers to a reference that has no actor.</summary>
    /// <param name="inbox">The inbox of the reference.</param>
    /// <param name="owner">The reference.</param>
    /// <param name="message">The message.</param>
    /// <param name="sender">The sender or null.</param>
    public void Deliver(ControlledInbox? inbox, IInboxOwner owner, object message, IActorRef? sender)
    {
        if (inbox is null || !IsHere)
        {
            Intrude("Tell", owner.Path, message);
            return;
        }

        Note(EffectKind.Sent, inbox.Id);
        inbox.Add(message, sender, Cause);
        MakeReady(inbox);
    }

    /// <summary>Runs work in a step of its own.</summary>
    /// <param name="work">The work.</param>
    /// <param name="inPlace">True when what the work completes must go on within the step.</param>
    public void Continue(IRunnable work, bool inPlace = false)
    {
        if (!IsHere)
        {
            Intrude("a continuation", work.ToString()!, null);
            return;
        }

        var number = _system.NextUid();
        var inbox = NewInbox(new ControlledTask(number, inPlace), number)!;
        Note(EffectKind.Created, inbox.Id);
        inbox.Add(work, null, Cause);
        MakeReady(inbox);
    }

    /// <summary>Lets go of the inbox of an actor that has ended.</summary>
    public void Forget(ControlledInbox inbox)
    {
        if (inbox.Place == InboxOrder.NoPlace) return;
        _readyIsKnown = false;
        _actors.Remove(inbox);
    }

    private ControlledInbox ReadyInboxAt(int index)
    {
        var others = _others.Count;
        return (uint)index < (uint)others ? _others[index] : _actors.ReadyAt(index - others);
    }

    private void Step(ControlledInbox at, out long cause)
    {
        if (_isHeld && at.IsPlain)
        {
            StepPlainly(at, out cause);
            return;
        }

        cause = at.NextCause;
        StepSpecially(at);
    }

    // What an actor throws goes to its supervisor; so what it is sent, which is almost everything, needs no guard here.
    private void StepPlainly(ControlledInbox at, out long cause)
    {
        EnterHeld();
        at.LastStep = Steps;
        at.StepPlainly(out cause);
        LeavePlainly();
        _readyIsKnown = false;
        _actors.Set(at.Place, at.CanStepAgain);
    }

    private void StepSpecially(ControlledInbox at)
    {
        Enter();
        at.LastStep = Steps;
        var outer = _isHeld ? default : Surroundings.Here();
        try
        {
            at.Step();
        }
        finally
        {
            Leave(outer);
            Rest(at);
        }
    }

    private static InvalidOperationException NotReady(ControlledInbox at) => new($"The inbox of {at.Path} is not ready.");

    private static string PathOf(ControlledInbox inbox) => inbox.Actor.Path.ToStringWithoutAddress();

    private void DeliverSpecially(ControlledInbox inbox, in Envelope envelope)
    {
        if (!IsHere)
        {
            Intrude("Tell", PathOf(inbox), envelope.Message);
            return;
        }

        if (inbox.IsClosed)
        {
            Note(inbox.IsInOrder && !HearsDeadLetters ? EffectKind.Sent : EffectKind.Dropped, inbox.Id);
            inbox.Actor.DeadLetter(in envelope);
            return;
        }

        Note(EffectKind.Overtook, inbox.Id);
        inbox.Add(in envelope, Cause);
        MakeReady(inbox);
    }

    private bool IsReady(ControlledInbox inbox) =>
        inbox.Place == InboxOrder.NoPlace ? inbox.IsListed : _actors.IsReady(inbox.Place);

    private void MakeReady(ControlledInbox inbox)
    {
        if (!inbox.CanStep) return;
        _readyIsKnown = false;
        if (inbox.Cell is null)
        {
            if (!inbox.IsListed) _others.Add(inbox);
            return;
        }

        if (inbox.Place == InboxOrder.NoPlace) _actors.Add(inbox);
        _actors.Ready(inbox.Place);
    }

    private void LookForReady()
    {
        if (_ready.Length < ReadyCount) _ready = new ControlledInbox[ReadyCount * 2];
        _others.All.CopyTo(_ready);
        _actors.CopyReady(_ready.AsSpan(_others.Count));
        _readyIsKnown = true;
    }

    private void Rest(ControlledInbox stepped)
    {
        _readyIsKnown = false;
        if (stepped.Place != InboxOrder.NoPlace) _actors.Set(stepped.Place, stepped.CanStep);
        else if (stepped.IsListed && !stepped.CanStep) _others.Remove(stepped);
    }

    private bool IsRunning => Cause > 0;

    private void RequireRest()
    {
        if (IsRunning) throw new InvalidOperationException("A step is running.");
        if (!IsHere) throw new InvalidOperationException("A controlled world belongs to the thread that created it.");
    }

    private void Enter()
    {
        if (!_isHeld) RequireRest();
        EnterHeld();
    }

    // A driver that holds the thread's surroundings was asked then which thread it is on.
    private void EnterHeld()
    {
        if (IsRunning) RequireRest();
        _effectCount = 0;
        Cause = ++Steps;
    }
}
