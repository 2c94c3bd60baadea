namespace Sim.Checkers;

/// <summary>What a run says about a property.</summary>
public enum Verdict
{
    /// <summary>Nothing happened that the property speaks of.</summary>
    NotReached,

    /// <summary>It was put to the test and held.</summary>
    Held,

    /// <summary>It was violated.</summary>
    Violated,
}
