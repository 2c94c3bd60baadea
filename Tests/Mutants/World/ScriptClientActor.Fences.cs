using Akka.Actor;
using Sim.Actors.Engines;

namespace Sim.Tests.Mutants.World;

// Waits for the fences of engines: for the next ending on each engine in turn, and nothing waits for the answer.
internal sealed partial class ScriptClientActor
{
    private int _waits;

    private void ReceiveFences()
    {
        Receive<EngineFence.Reached>(_ => { });
        Receive<EngineFence.Lost>(_ => { });
        Receive<EngineFence.Refused>(_ => { });
    }

    private void WaitForFence()
    {
        var engine = _waits % Workload.Engines;
        _setup.Device.Tell(new EngineFence.Wait(engine, (ulong)(++_waits + 1) / Workload.Engines));
    }
}
