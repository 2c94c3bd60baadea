using Sim.Benchmarks.Ratios;

namespace Sim.Benchmarks.Runtime;

/// <summary>Work for the runtime that is measured in batches.</summary>
internal interface ILoad : IContender
{
    /// <summary>A number of operations that takes some milliseconds, so that beginning and end do not count for much.</summary>
    int Batch { get; }

    /// <summary>Takes away what a batch has left behind; not measured.</summary>
    void Settle()
    {
    }
}
