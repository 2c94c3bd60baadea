using BenchmarkDotNet.Attributes;

namespace Sim.Benchmarks.Runtime;

/// <summary>What a message costs.</summary>
[ShortRunJob]
[MemoryDiagnoser]
public class MessagingBenchmarks
{
    private readonly PingPong _ping = new(1);
    private readonly PingPong _pings = new(1_000);
    private readonly FanIn _fanIn = new();
    private readonly FanOut _fanOut = new();

    /// <summary>Stops the systems.</summary>
    [GlobalCleanup]
    public void CleanUp()
    {
        _ping.Dispose();
        _pings.Dispose();
        _fanIn.Dispose();
        _fanOut.Dispose();
    }

    /// <summary>Two pairs, each with one message on its way.</summary>
    [Benchmark(OperationsPerInvoke = PingPong.BatchSize)]
    public void PingPong1() => _ping.Run(PingPong.BatchSize);

    /// <summary>Two pairs, each with 1,000 messages on their way.</summary>
    [Benchmark(OperationsPerInvoke = PingPong.BatchSize)]
    public void PingPong1000() => _pings.Run(PingPong.BatchSize);

    /// <summary>Four to one.</summary>
    [Benchmark(OperationsPerInvoke = FanIn.BatchSize)]
    public void FromFour() => _fanIn.Run(FanIn.BatchSize);

    /// <summary>One to eight.</summary>
    [Benchmark(OperationsPerInvoke = FanOut.BatchSize)]
    public void ToEight() => _fanOut.Run(FanOut.BatchSize);
}
