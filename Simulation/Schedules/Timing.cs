namespace Sim.Simulation.Schedules;

/// <summary>What time means for the order of events.</summary>
public enum Timing
{
    /// <summary>What is scheduled may fire from the moment it is armed, before or after anything else: durations decide nothing.</summary>
    Any,

    /// <summary>Durations hold: time passes when nothing is ready, to what is due first.</summary>
    Model,
}
