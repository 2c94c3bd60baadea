using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>Makes executors.</summary>
public abstract class ExecutorServiceFactory
{
    /// <summary>Makes an executor.</summary>
    /// <param name="id">The id of the dispatcher.</param>
    /// <returns>The executor.</returns>
    public abstract ExecutorService Produce(string id);
}

/// <summary>Makes the executors of one section of the configuration.</summary>
/// <param name="config">The section.</param>
/// <param name="prerequisites">What they may use.</param>
public abstract class ExecutorServiceConfigurator(Config config, IDispatcherPrerequisites prerequisites) : ExecutorServiceFactory
{
    /// <summary>The section.</summary>
    public Config Config { get; } = config;

    /// <summary>What the executors may use.</summary>
    public IDispatcherPrerequisites Prerequisites { get; } = prerequisites;
}

/// <summary>Gives executors on the .NET thread pool.</summary>
internal sealed class ThreadPoolExecutorServiceFactory(Config config, IDispatcherPrerequisites prerequisites)
    : ExecutorServiceConfigurator(config, prerequisites)
{
    public override ExecutorService Produce(string id) => new ThreadPoolExecutorService(id);
}
