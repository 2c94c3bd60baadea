using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Dispatch.SysMsg;

namespace Akka.Control;

/// <summary>Gives the one dispatcher of a controlled world, whatever the section says.</summary>
internal sealed class ControlledDispatcherConfigurator : MessageDispatcherConfigurator
{
    private readonly ControlledDispatcher _dispatcher;

    public ControlledDispatcherConfigurator(IDispatcherPrerequisites prerequisites, ControlledWorld world)
        : base(Config.Empty, prerequisites) => _dispatcher = new ControlledDispatcher(this, world);

    public override MessageDispatcher Dispatcher() => _dispatcher;
}

/// <summary>Puts what is sent into inboxes, for the driver to choose from.</summary>
internal sealed class ControlledDispatcher : MessageDispatcher
{
    public ControlledDispatcher(MessageDispatcherConfigurator configurator, ControlledWorld world)
        : base(configurator)
    {
        World = world;
        Id = Dispatchers.DefaultDispatcherId;
        Throughput = 1;
        ThroughputDeadlineTime = 0;
    }

    public ControlledWorld World { get; }

    public override void Dispatch(ActorCell cell, Envelope envelope) => World.Deliver((ControlledInbox)cell.Mailbox, in envelope);

    public override void SystemDispatch(ActorCell cell, SystemMessage message) => World.Deliver((ControlledInbox)cell.Mailbox, message);

    public override void Attach(ActorCell cell)
    {
    }

    public override void Detach(ActorCell cell) => cell.Mailbox.Close();

    protected override void ExecuteTask(IRunnable run) => World.Continue(run);

    protected override void Shutdown()
    {
    }
}
