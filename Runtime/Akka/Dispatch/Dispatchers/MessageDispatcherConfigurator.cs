using Akka.Actor;
using Akka.Configuration;
using Akka.Event;

namespace Akka.Dispatch;

/// <summary>What a dispatcher may use of its system.</summary>
public interface IDispatcherPrerequisites
{
    /// <summary>The event stream.</summary>
    EventStream EventStream { get; }

    /// <summary>The scheduler.</summary>
    IScheduler Scheduler { get; }

    /// <summary>The settings.</summary>
    Settings Settings { get; }

    /// <summary>The mailbox types.</summary>
    Mailboxes Mailboxes { get; }
}

/// <summary>Makes the dispatchers of one section of the configuration.</summary>
public abstract class MessageDispatcherConfigurator
{
    /// <summary>A configurator for a section.</summary>
    /// <param name="config">The section.</param>
    /// <param name="prerequisites">What the dispatchers may use.</param>
    protected MessageDispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites)
    {
        Config = config;
        Prerequisites = prerequisites;
    }

    /// <summary>The section.</summary>
    public Config Config { get; }

    /// <summary>What the dispatchers may use.</summary>
    public IDispatcherPrerequisites Prerequisites { get; }

    /// <summary>Gives the dispatcher: the same each time, or a new one for each actor.</summary>
    /// <returns>The dispatcher.</returns>
    public abstract MessageDispatcher Dispatcher();
}
