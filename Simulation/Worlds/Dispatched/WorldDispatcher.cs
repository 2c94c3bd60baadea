using Akka.Actor;
using Akka.Dispatch;
using Akka.Dispatch.SysMsg;

namespace Sim.Simulation.Worlds.Dispatched;

/// <summary>Runs nothing by itself: what is sent goes to inboxes, and a mailbox that wants to run waits for its step.</summary>
internal sealed class WorldDispatcher : MessageDispatcher
{
    private readonly DispatchedWorld _world;
    private bool _isAttaching;

    public WorldDispatcher(MessageDispatcherConfigurator configurator, DispatchedWorld world)
        : base(configurator)
    {
        _world = world;
        Id = Dispatchers.DefaultDispatcherId;

        // Both are needed: with either alone a mailbox may handle more than one message in a turn.
        Throughput = 1;
        ThroughputDeadlineTime = 0;
    }

    public override void Dispatch(ActorCell cell, Envelope envelope)
    {
        if (_world.IsHere)
            _world.InboxOf(cell).Add(envelope);
        else
            _world.Intrude("Tell", cell, envelope.Message);
    }

    public override void SystemDispatch(ActorCell cell, SystemMessage message)
    {
        if (_world.IsHere)
            _world.InboxOf(cell).Add(message);
        else
            _world.Intrude(ActorInbox.IsContinuation(message) ? "a continuation of an asynchronous handler" : message.GetType().Name, cell, message);
    }

    public override void Attach(ActorCell cell)
    {
        if (!_world.IsHere)
        {
            _world.Intrude("ActorOf", cell, null);
            throw new InvalidOperationException($"{cell.Self.Path} cannot be created: the system is controlled, and this is not its thread.");
        }

        // A mailbox may come with the message that creates its actor in it already: then it is scheduled here.
        _world.InboxOf(cell);
        _isAttaching = true;
        base.Attach(cell);
        _isAttaching = false;
    }

    public override void Detach(ActorCell cell)
    {
        var inbox = _world.InboxOf(cell);
        inbox.Release();
        base.Detach(cell);
        inbox.Close();
    }

    /// <summary>Puts an ordinary message into the mailbox.</summary>
    public void Pass(ActorCell cell, in Envelope envelope) => base.Dispatch(cell, envelope);

    /// <summary>Puts a system message into the mailbox.</summary>
    public void Pass(ActorCell cell, SystemMessage message) => base.SystemDispatch(cell, message);

    protected override void ExecuteTask(IRunnable run)
    {
        if (!_world.IsHere)
            _world.Intrude(run is Mailbox ? "the turn of a mailbox" : "work for a dispatcher", run, null);
        else if (run is Mailbox)
            _world.InboxOfMailbox(run)?.Schedule(_isAttaching);
        else
            _world.Continue(run);
    }

    protected override void Shutdown()
    {
    }
}
