namespace Sim.Scenarios.Model;

/// <summary>What a metric measures.</summary>
public enum MetricKind
{
    /// <summary>A number of things.</summary>
    Count,

    /// <summary>Seconds.</summary>
    Time,

    /// <summary>Bytes a second.</summary>
    Throughput,
}
