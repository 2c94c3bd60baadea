namespace Sim.Simulation.Strategies.Reduction;

/// <summary>Something that may happen at a fork.</summary>
internal struct Choice
{
    /// <summary>Whose step it is.</summary>
    public long Process;

    /// <summary>What the step touched when it was chosen here.</summary>
    public Footprint? Step;

    /// <summary>What the step would touch; null unless whatever begins with it here has been explored elsewhere.</summary>
    public Footprint? Asleep;

    /// <summary>True when the fork must be left by it, once.</summary>
    public bool IsWanted;

    /// <summary>True when everything behind it is explored.</summary>
    public bool IsDone;
}
