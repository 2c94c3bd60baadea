using Akka.Dispatch;
using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Actor;

/// <summary>
/// One actor: its reference, its context and its life in one object, so that an idle actor costs little. Everything but
/// the reference's own members belongs to the actor's turn.
/// </summary>
public partial class ActorCell : LocalActorRef, IUntypedActorContext
{
    private readonly ActorSystemImpl _system;
    private readonly IInternalActorRef _parent;
    private readonly long _uid;
    private readonly long _number;
    private readonly bool _verifiesMessages;
    private readonly int _depth;
    private string? _name;
    private ActorPath? _path;

    private ActorBase? _actor;
    private Receive? _behaviour;
    private Stack<Receive?>? _behaviours;
    private object? _message;
    private IActorRef? _sender;
    private CellState _state;

    internal ActorCell(ActorSystemImpl system, IInternalActorRef parent, Props props, string? name, long number)
        : this(system, parent, props, name, number, system.NextUid())
    {
    }

    internal ActorCell(ActorSystemImpl system, IInternalActorRef parent, Props props, string? name, long number, long uid)
    {
        _system = system;
        _parent = parent;
        _depth = parent is ActorCell above ? above._depth + 1 : 0;
        _name = name;
        _number = number;
        _verifiesMessages = system.Settings.SerializeAllMessages;
        _uid = uid;
        Props = props;
        Mailbox = system.Mailboxes.CreateFor(this, system.Dispatchers.For(props));
    }

    private enum CellState : byte
    {
        Running,
        Failed,
        Creating,
        Recreating,
        Terminating,
        Terminated,
    }

    /// <summary>How the actor was made.</summary>
    public Props Props { get; }

    /// <summary>The messages of the actor.</summary>
    public Mailbox Mailbox { get; }

    /// <summary>What runs the actor.</summary>
    public MessageDispatcher Dispatcher => Mailbox.Dispatcher;

    /// <summary>The actor's reference.</summary>
    public IActorRef Self => this;

    /// <inheritdoc/>
    public override ActorCell Cell => this;

    /// <summary>The system.</summary>
    public ActorSystem System => _system;

    /// <summary>Who sent the current message; the dead letters when nobody did.</summary>
    public IActorRef Sender => _sender ?? _system.DeadLetters;

    /// <inheritdoc/>
    public override ActorPath Path => _path ??= new ChildActorPath(_parent.Path, Name, _uid);

    /// <inheritdoc/>
    public override IInternalActorRef Parent => _parent;

    /// <inheritdoc/>
    IActorRef IActorContext.Parent => _parent;

    /// <inheritdoc/>
    public override IActorRefProvider Provider => _system.Provider;

    /// <inheritdoc/>
    public override bool IsTerminated => Mailbox.IsClosed;

    internal static ActorCell? Current => ThreadTurn.ActorHere;

    internal ActorSystemImpl SystemImpl => _system;

    internal string Name => _name ??= GeneratedName.Of(_number);

    internal long Number => _number;

    internal long Uid => _uid;

    /// <summary>How many actors are above this one; 0 for a guardian.</summary>
    internal int Depth => _depth;

    internal bool HasGeneratedName => _number > 0;

    internal ActorBase? Actor => _actor;

    internal object? CurrentMessage => _message;

    internal bool IsStopping => _state >= CellState.Terminating;

    internal static ActorCell Required() => Current ?? throw NoneHere();

    internal static ActorCell? Enter(ActorCell cell)
    {
        var turn = ThreadTurn.Here;
        var outer = turn.Actor;
        turn.Actor = cell;
        return outer;
    }

    internal static void Leave(ActorCell? outer) => ThreadTurn.Here.Actor = outer;

    /// <inheritdoc/>
    public override bool Equals(IActorRef? other) =>
        ReferenceEquals(this, other) || (other is not null and not ActorCell && base.Equals(other));

    /// <inheritdoc/>
    public override int GetHashCode() => _uid.GetHashCode();

    /// <inheritdoc/>
    public override void Start() =>
        Mailbox.Dispatcher.SystemDispatch(this, _system.World is null ? new Create() : Create.Unlinked);

    /// <inheritdoc/>
    public override void Suspend() => SendSystemMessage(new Suspend());

    /// <inheritdoc/>
    public override void Resume(Exception? causedByFailure = null) => SendSystemMessage(new Resume(causedByFailure));

    /// <inheritdoc/>
    public override void Restart(Exception cause) => SendSystemMessage(new Recreate(cause));

    /// <inheritdoc/>
    public override void Stop() => SendSystemMessage(new Terminate());

    /// <inheritdoc/>
    public override void SendSystemMessage(SystemMessage message) => Mailbox.Dispatcher.SystemDispatch(this, message);

    /// <inheritdoc/>
    public void Become(Receive receive) => _behaviour = receive;

    /// <inheritdoc/>
    public void BecomeStacked(Receive receive)
    {
        (_behaviours ??= new Stack<Receive?>()).Push(_behaviour);
        _behaviour = receive;
    }

    /// <inheritdoc/>
    public void UnbecomeStacked() =>
        _behaviour = _behaviours is not null && _behaviours.TryPop(out var below) ? below : null;

    /// <inheritdoc/>
    public void Become(UntypedReceive receive) => Become((Receive)receive.Handle);

    /// <inheritdoc/>
    public void BecomeStacked(UntypedReceive receive) => BecomeStacked((Receive)receive.Handle);

    /// <inheritdoc/>
    public ActorSelection ActorSelection(ActorPath actorPath) => _system.ActorSelection(actorPath);

    /// <inheritdoc/>
    public ActorSelection ActorSelection(string actorPath) =>
        ActorPath.TryParse(actorPath, out var absolute)
            ? ActorSelection(absolute!)
            : new ActorSelection(actorPath.StartsWith('/') ? _system.LookupRoot : this, actorPath);

    internal void DeadLetter(in Envelope envelope) =>
        _system.DeadLetters.Tell(new DeadLetter(envelope.Message, envelope.Sender ?? _system.DeadLetters, this));

    internal void PublishUnhandled(object message)
    {
        _system.EventStream.Publish(new UnhandledMessage(message, Sender, this));
        if (_system.Settings.DebugUnhandledMessage)
        {
            _system.EventStream.Publish(
                new Debug(Path.ToString(), _actor?.GetType() ?? typeof(ActorBase), $"unhandled message from {Sender}: {message}"));
        }
    }

    private static NotSupportedException NoneHere() => new(
        "There is no active ActorContext, this is most likely due to use of async operations from within this actor.");

    /// <inheritdoc/>
    protected override void TellInternal(object message, IActorRef? sender)
    {
        if (_verifiesMessages)
        {
            if (Verified(message) is not { } copy) return;
            message = copy;
        }

        Mailbox.Dispatcher.Dispatch(this, new Envelope(message, sender));
    }
}
