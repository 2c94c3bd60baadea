using Akka.Actor;
using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Dispatch;

/// <summary>Runs mailboxes. A mailbox arrives at <see cref="ExecuteTask"/> whenever it turns from idle to scheduled.</summary>
public abstract class MessageDispatcher
{
    /// <summary>How many messages a turn handles when nothing else is configured.</summary>
    public static readonly int DefaultThroughput = 100;

    private long _inhabitants;

    /// <summary>A dispatcher of a configurator.</summary>
    /// <param name="configurator">The configurator.</param>
    protected MessageDispatcher(MessageDispatcherConfigurator configurator)
    {
        Configurator = configurator;
        Throughput = DefaultThroughput;
        ShutdownTimeout = TimeSpan.FromSeconds(1);
        Id = "";
    }

    /// <summary>The configurator.</summary>
    public MessageDispatcherConfigurator Configurator { get; }

    /// <summary>The event stream of the system.</summary>
    public EventStream EventStream => Configurator.Prerequisites.EventStream;

    /// <summary>The mailbox types of the system.</summary>
    public Mailboxes Mailboxes => Configurator.Prerequisites.Mailboxes;

    /// <summary>The path of the section in the configuration.</summary>
    public string Id { get; set; }

    /// <summary>The most ticks of 100 ns that a turn goes on for; 0 ends it after one message, null never does.</summary>
    public long? ThroughputDeadlineTime { get; set; }

    /// <summary>The most messages of a turn.</summary>
    public int Throughput { get; set; }

    /// <summary>How long an empty dispatcher keeps what it owns.</summary>
    public TimeSpan ShutdownTimeout { get; set; }

    /// <summary>The number of actors that run here.</summary>
    protected long Inhabitants => Interlocked.Read(ref _inhabitants);

    /// <summary>Runs an action.</summary>
    /// <param name="run">The action.</param>
    public void Schedule(Action run) => Schedule(new ActionRunnable(run));

    /// <summary>Runs a piece of work; what it throws is reported to the event stream.</summary>
    /// <param name="run">The work.</param>
    public void Schedule(IRunnable run) => ExecuteTask(new Guarded(this, run));

    /// <summary>Delivers an ordinary message.</summary>
    /// <param name="cell">The receiver.</param>
    /// <param name="envelope">The message.</param>
    public virtual void Dispatch(ActorCell cell, Envelope envelope)
    {
        var mailbox = cell.Mailbox;
        if (mailbox.Post(in envelope)) Reschedule(mailbox);
    }

    /// <summary>Delivers a system message.</summary>
    /// <param name="cell">The receiver.</param>
    /// <param name="message">The message.</param>
    public virtual void SystemDispatch(ActorCell cell, SystemMessage message)
    {
        var mailbox = cell.Mailbox;
        if (mailbox.PostSystem(message)) Reschedule(mailbox);
    }

    /// <summary>Takes an actor in.</summary>
    /// <param name="cell">The actor.</param>
    public virtual void Attach(ActorCell cell) => Interlocked.Increment(ref _inhabitants);

    /// <summary>Lets an actor go that has ended; its mailbox is closed and what waits becomes dead letters.</summary>
    /// <param name="cell">The actor.</param>
    public virtual void Detach(ActorCell cell)
    {
        Interlocked.Decrement(ref _inhabitants);
        cell.Mailbox.Close();
    }

    internal void Reschedule(Mailbox mailbox)
    {
        try
        {
            ExecuteTask(mailbox);
        }
        catch (Exception e)
        {
            mailbox.Unschedule();
            ReportFailure(e);
            throw;
        }
    }

    /// <summary>Schedules a mailbox that has used up its turn and has messages left: others come first.</summary>
    internal virtual void Yield(Mailbox mailbox) => Reschedule(mailbox);

    internal void ReportFailedTurn(Exception e) => ReportFailure(e);

    internal void ShutDown() => Shutdown();

    /// <summary>Runs a mailbox that the thread pool has handed out.</summary>
    internal virtual void RunFromPool(Mailbox mailbox) => mailbox.Run();

    /// <summary>Runs a piece of work, now or later, on any thread; work that is handed over must run.</summary>
    /// <param name="run">The work, mostly a mailbox.</param>
    protected abstract void ExecuteTask(IRunnable run);

    /// <summary>Publishes a failure to the event stream.</summary>
    /// <param name="ex">The failure.</param>
    protected void ReportFailure(Exception ex) =>
        EventStream.Publish(new Error(ex, GetType().FullName!, GetType(), ex.Message));

    /// <summary>Gives back what the dispatcher owns; called when the system has ended.</summary>
    protected abstract void Shutdown();

    // A throw on a pool thread would end the process: work that is no mailbox is guarded here, mailboxes guard themselves.
    private sealed class Guarded(MessageDispatcher dispatcher, IRunnable work) : IRunnable
    {
        public void Execute() => Run();

        public void Run()
        {
            try
            {
                work.Run();
            }
            catch (Exception e)
            {
                dispatcher.ReportFailure(e);
            }
        }
    }
}
