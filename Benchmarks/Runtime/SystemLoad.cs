using Akka.Actor;
using Akka.Configuration;

namespace Sim.Benchmarks.Runtime;

/// <summary>A load within an actor system of its own.</summary>
internal abstract class SystemLoad : ILoad
{
    public static readonly Config Quiet = ConfigurationFactory.ParseString("akka.loglevel = OFF");

    /// <summary>Messages that carry nothing are one object, so that only what the runtime allocates is counted.</summary>
    protected static readonly object Message = new();

    public abstract int Batch { get; }

    protected ActorSystem System { get; } = ActorSystem.Create("load", Quiet);

    public abstract void Run(long operations);

    public virtual void Settle()
    {
    }

    public void Dispose() => System.Terminate().GetAwaiter().GetResult();

    /// <summary>Shares operations among actors and waits until each has done its own.</summary>
    protected static void Share(long operations, params ReadOnlySpan<IActorRef> actors)
    {
        using var done = new CountdownEvent(actors.Length);
        foreach (var actor in actors)
            actor.Tell(new Begin(operations / actors.Length, done));
        done.Wait();
    }

    /// <summary>Tells an actor what to do; it signals when all of it has been done.</summary>
    protected sealed record Begin(long Count, CountdownEvent Done);
}
