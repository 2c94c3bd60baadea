namespace Akka.Dispatch;

/// <summary>Runs pieces of work for a dispatcher.</summary>
/// <param name="id">The id of the dispatcher.</param>
public abstract class ExecutorService(string id)
{
    /// <summary>The id of the dispatcher.</summary>
    public string Id { get; } = id;

    /// <summary>Runs a piece of work, now or later.</summary>
    /// <param name="run">The work.</param>
    public abstract void Execute(IRunnable run);

    /// <summary>Gives back what the executor owns.</summary>
    public abstract void Shutdown();
}

/// <summary>Runs work on the .NET thread pool.</summary>
internal sealed class ThreadPoolExecutorService(string id) : ExecutorService(id)
{
    public override void Execute(IRunnable run) => ThreadPool.UnsafeQueueUserWorkItem(run, preferLocal: false);

    public override void Shutdown()
    {
    }
}
