using System.Collections.Immutable;
using Sim.Control;
using Sim.Simulation.Exploration;
using Sim.Simulation.Schedules;

namespace Sim.Simulation.Replaying;

/// <summary>Writes down the choices of a run.</summary>
public sealed class Recorder : IStepObserver
{
    private readonly ImmutableArray<ScheduledStep>.Builder _steps = ImmutableArray.CreateBuilder<ScheduledStep>();

    /// <summary>The choices so far.</summary>
    public ImmutableArray<ScheduledStep> Steps => _steps.ToImmutable();

    /// <inheritdoc/>
    public void Stepping(IControlledWorld world, int number, ScheduledStep step, int cause) => _steps.Add(step);

    /// <inheritdoc/>
    public void Stepped(IControlledWorld world)
    {
    }
}
