using Akka.Actor;

namespace Sim.Benchmarks.Runtime;

/// <summary>Creates a system and terminates it, and waits until it has ended. An operation is a system.</summary>
internal sealed class SystemLife : ILoad
{
    public const int BatchSize = 2_000;

    public int Batch => BatchSize;

    public void Run(long operations)
    {
        for (; operations > 0; operations--)
            ActorSystem.Create("brief", SystemLoad.Quiet).Terminate().GetAwaiter().GetResult();
    }

    public void Dispose()
    {
    }
}
