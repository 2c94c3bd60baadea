namespace Sim.Simulation.Strategies.Reduction;

/// <summary>The last steps of a schedule that touched an inbox or an alarm, as places counted from 1; 0: none.</summary>
internal struct LastSteps
{
    /// <summary>Of the process itself.</summary>
    public int Own;

    /// <summary>Of the process itself, handling what can be overtaken.</summary>
    public int Ordinary;

    /// <summary>That sent to the inbox.</summary>
    public int Sent;

    /// <summary>That overtook what waits in the inbox.</summary>
    public int Overtook;

    /// <summary>That used what belongs to its actor.</summary>
    public int Used;

    /// <summary>That ended its actor.</summary>
    public int End;

    /// <summary>The last of the <see cref="Overtaking"/> that the next ordinary delivery is behind.</summary>
    public int Overtaking;
}
