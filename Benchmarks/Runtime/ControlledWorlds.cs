using Akka.Actor;
using Akka.Actor.Setup;
using Sim.Control;

namespace Sim.Benchmarks.Runtime;

/// <summary>Creates controlled worlds and drops them. An operation is a world.</summary>
internal sealed class ControlledWorlds : ILoad
{
    private readonly ActorSystemSetup _setup =
        ActorSystemSetup.Create(BootstrapSetup.Create().WithConfig(SystemLoad.Quiet), new Request());

    public int Batch => 2_000;

    public void Run(long operations)
    {
        for (; operations > 0; operations--) ActorSystem.Create("world", _setup);
    }

    public void Dispose()
    {
    }

    private sealed class Request : Setup, IControlRequest
    {
        public DateTimeOffset Start => DateTimeOffset.UnixEpoch;
    }
}
