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

    /// <summary>
    /// Makes what the key <c>executor</c> of the section names: <c>default-executor</c>, <c>thread-pool-executor</c>,
    /// <c>task-executor</c> and <c>fork-join-executor</c> are the .NET thread pool here, anything else is the class of a
    /// configurator with its assembly. The dispatchers of this runtime use the thread pool without asking for it.
    /// </summary>
    /// <returns>The executors.</returns>
    /// <exception cref="ConfigurationException">There is no such class.</exception>
    protected ExecutorServiceConfigurator ConfigureExecutor()
    {
        var name = Config.GetString("executor", "default-executor");
        if (name is "" or "default-executor" or "thread-pool-executor" or "task-executor" or "fork-join-executor")
        {
            return new ThreadPoolExecutorServiceFactory(Config, Prerequisites);
        }

        var type = Type.GetType(name, throwOnError: false);
        return type is not null && typeof(ExecutorServiceConfigurator).IsAssignableFrom(type)
            ? (ExecutorServiceConfigurator)Activator.CreateInstance(type, Config, Prerequisites)!
            : throw new ConfigurationException($"executor: there is no executor service configurator [{name}]");
    }
}
