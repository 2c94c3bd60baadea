using Sim.Control;
using Sim.Simulation.Experiments;

namespace Sim.Testing.Running;

/// <summary>
/// The worlds that ran last. A schedule takes microseconds, and what left its thread often comes back only after its end: too late
/// for the schedule, and not to be missed.
/// </summary>
internal sealed class Strays
{
    private const int WorldsMax = 64;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Queue<IControlledWorld> _worlds = new(WorldsMax);

    public void Watch(IControlledWorld world)
    {
        if (_worlds.Count == WorldsMax && _worlds.Dequeue().TryTakeIntrusion(out var intrusion))
            throw new UncontrolledException(intrusion);
        _worlds.Enqueue(world);
    }

    public void ThrowIfAny()
    {
        // The pool takes work in turn: what was queued before has begun when this has run.
        using var begun = new ManualResetEventSlim();
        ThreadPool.UnsafeQueueUserWorkItem(_ => begun.Set(), null);
        begun.Wait(Patience);
        while (_worlds.TryDequeue(out var world))
        {
            if (world.TryTakeIntrusion(out var intrusion))
                throw new UncontrolledException(intrusion);
        }
    }
}
