namespace Sim.Benchmarks.Ratios;

/// <summary>One side of a comparison. It is made once, and then does a given amount of work as often as asked.</summary>
internal interface IContender : IDisposable
{
    /// <summary>Does so many operations, and returns when all of them are done.</summary>
    /// <param name="operations">At least 1.</param>
    void Run(long operations);
}
