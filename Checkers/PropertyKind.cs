namespace Sim.Checkers;

/// <summary>What a property claims about a run.</summary>
public enum PropertyKind
{
    /// <summary>Holds at every moment.</summary>
    Always,

    /// <summary>Holds at the end of the run.</summary>
    Eventually,

    /// <summary>Happens at least once: proof that the interesting case is reached.</summary>
    Sometimes,
}
