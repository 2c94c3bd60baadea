namespace Sim.Scenarios.Model;

/// <summary>The modes that a scenario can be run in, by name.</summary>
public static class RunModes
{
    /// <summary>Real threads and real time.</summary>
    public const string Parallel = "parallel";

    /// <summary>One thread, virtual time, and the same run each time.</summary>
    public const string Virtual = "virtual";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> Names { get; } = [Parallel, Virtual];
}
