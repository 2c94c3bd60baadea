using Akka.Actor;

namespace Sim.Benchmarks.Runtime;

/// <summary>An actor creates children. An operation is a child, until its <c>PreStart</c> has run.</summary>
/// <param name="named">Whether the parent gives the names.</param>
internal sealed class Spawning(bool named) : SystemLoad
{
    public const int BatchSize = 50_000;

    // Made beforehand: what a name costs its owner is not what it costs the runtime.
    private readonly string[] _names = named ? [.. Enumerable.Range(0, BatchSize).Select(i => $"child-{i}")] : [];
    private IActorRef? _parent;

    public override int Batch => BatchSize;

    /// <summary>Creates children and waits until they have started.</summary>
    public override void Run(long operations)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(operations, named ? BatchSize : int.MaxValue);
        _parent ??= System.ActorOf(Props.Create(() => new Parent(_names)));
        using var started = new CountdownEvent((int)operations);
        _parent.Tell(new Begin(operations, started));
        started.Wait();
    }

    /// <summary>Stops the parent and so all children.</summary>
    public override void Settle()
    {
        _parent?.GracefulStop(TimeSpan.FromMinutes(1)).GetAwaiter().GetResult();
        _parent = null;
    }

    private sealed class Parent(string[] names) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            var (count, started) = (Begin)message;
            var props = Props.Create(() => new Spawned(started));
            for (var i = 0; i < count; i++)
                Context.ActorOf(props, names.Length == 0 ? null : names[i]);
        }
    }
}
