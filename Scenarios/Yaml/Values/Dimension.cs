namespace Sim.Scenarios.Yaml.Values;

/// <summary>What a quantity measures.</summary>
internal enum Dimension
{
    /// <summary>Seconds.</summary>
    Time,

    /// <summary>Bytes.</summary>
    Size,

    /// <summary>Jobs a second.</summary>
    Rate,

    /// <summary>Bytes a second.</summary>
    Throughput,

    /// <summary>Jobs.</summary>
    Jobs,

    /// <summary>A plain number of anything.</summary>
    Count,
}
