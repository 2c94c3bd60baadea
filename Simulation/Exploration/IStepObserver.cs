using Sim.Control;
using Sim.Simulation.Schedules;

namespace Sim.Simulation.Exploration;

/// <summary>Watches the steps of one schedule: a recorder, an account. Exploring itself has none.</summary>
public interface IStepObserver
{
    /// <summary>A step is about to be done.</summary>
    /// <param name="world">The world before it.</param>
    /// <param name="number">Its number in the schedule, from 1.</param>
    /// <param name="step">What it is.</param>
    /// <param name="cause">The number of the step that sent it; 0 or below: set-up.</param>
    void Stepping(IControlledWorld world, int number, ScheduledStep step, int cause);

    /// <summary>The step is done.</summary>
    /// <param name="world">The world behind it.</param>
    void Stepped(IControlledWorld world);
}
