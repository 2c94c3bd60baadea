using Akka.Configuration;
using Akka.Dispatch;

namespace Akka.TestKit;

/// <summary>
/// Runs an actor on the thread that sends to it, before the send returns. When another thread is running the actor, that
/// thread also handles the message.
/// </summary>
/// <param name="configurator">What configured it.</param>
public class CallingThreadDispatcher(MessageDispatcherConfigurator configurator) : MessageDispatcher(configurator)
{
    /// <summary>The path of its configuration.</summary>
    public static readonly new string Id = "akka.test.calling-thread-dispatcher";

    /// <inheritdoc/>
    protected override void ExecuteTask(IRunnable run)
    {
        ArgumentNullException.ThrowIfNull(run);
        run.Run();
    }

    /// <inheritdoc/>
    protected override void Shutdown()
    {
        // there is no thread to end
    }
}

/// <summary>Configures <see cref="CallingThreadDispatcher"/>.</summary>
/// <param name="config">The section of the dispatcher.</param>
/// <param name="prerequisites">What dispatchers need of their system.</param>
public class CallingThreadDispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites)
    : MessageDispatcherConfigurator(config, prerequisites)
{
    private CallingThreadDispatcher? _dispatcher;

    /// <summary>The dispatcher.</summary>
    /// <returns>The same one for all actors of the system.</returns>
    public override MessageDispatcher Dispatcher() => _dispatcher ??= new CallingThreadDispatcher(this)
    {
        Throughput = Config.GetInt("throughput", int.MaxValue),
    };
}
