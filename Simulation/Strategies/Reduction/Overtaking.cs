namespace Sim.Simulation.Strategies.Reduction;

/// <summary>A step that overtook what waits in an inbox, or comes there next.</summary>
internal struct Overtaking
{
    /// <summary>The place of the step.</summary>
    public int Place;

    /// <summary>The inbox.</summary>
    public long Inbox;

    /// <summary>The one before it at that inbox, as an index; 0: none.</summary>
    public int Previous;

    /// <summary>The first step that sent to the inbox before anything ordinary was handled there, counted from 1; 0: none.</summary>
    public int Sent;
}
