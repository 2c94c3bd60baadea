namespace Sim.Scenarios.Model;

/// <summary>How a metric compares with its bound.</summary>
public enum Comparison
{
    /// <summary>&lt;</summary>
    Less,

    /// <summary>&lt;=</summary>
    AtMost,

    /// <summary>==</summary>
    Equal,

    /// <summary>&gt;=</summary>
    AtLeast,

    /// <summary>&gt;</summary>
    More,
}
