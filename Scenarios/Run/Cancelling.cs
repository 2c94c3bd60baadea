using Sim.Control;
using Sim.Simulation.Schedules;
using Sim.Simulation.Strategies;

namespace Sim.Scenarios.Run;

/// <summary>A strategy that can be stopped from another thread, between two steps.</summary>
/// <param name="inner">Chooses.</param>
/// <param name="cancel">Stops the run.</param>
internal sealed class Cancelling(IStrategy inner, CancellationToken cancel) : IStrategy
{
    public string Name => inner.Name;

    public bool IsExhausted => inner.IsExhausted;

    public void Begin(ulong seed) => inner.Begin(seed);

    public void Enter(IControlledWorld world, Timing timing) => inner.Enter(world, timing);

    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public int Choose(Enabled enabled, long step)
    {
        if (cancel.IsCancellationRequested)
            throw new OperationCanceledException("cancelled");
        return inner.Choose(enabled, step);
    }

    public void Stepped(bool isLast) => inner.Stepped(isLast);

    public void End() => inner.End();
}
