using BenchmarkDotNet.Attributes;

namespace Sim.Benchmarks.Crypto;

/// <summary>One buffer in counter mode, in place: the kernel, the class library, OpenSSL.</summary>
public class CounterModeBenchmarks
{
    private SimCounterMode _sim = null!;
    private PlatformCounterMode _platform = null!;
    private OpenSslCounterMode? _openSsl;

    /// <summary>Sizes of the buffer.</summary>
    public static IEnumerable<int> Sizes => CryptoRatios.Sizes;

    /// <summary>Bytes of the buffer.</summary>
    [ParamsSource(nameof(Sizes))]
    public int Bytes { get; set; }

    /// <summary>Makes the three.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        _sim = new SimCounterMode(Bytes);
        _platform = new PlatformCounterMode(Bytes);
        _openSsl = LibCrypto.IsPresent ? new OpenSslCounterMode(Bytes) : null;
    }

    /// <summary>Frees the three.</summary>
    [GlobalCleanup]
    public void CleanUp()
    {
        _sim.Dispose();
        _platform.Dispose();
        _openSsl?.Dispose();
    }

    /// <summary>The kernel.</summary>
    [Benchmark]
    public void Sim() => _sim.Run(1);

    /// <summary>The class library.</summary>
    [Benchmark]
    public void Platform() => _platform.Run(1);

    /// <summary>OpenSSL, which the kernel is measured by.</summary>
    [Benchmark(Baseline = true)]
    public void OpenSsl()
    {
        var openSsl = _openSsl ?? throw new PlatformNotSupportedException($"{LibCrypto.Name} is not on this machine.");
        openSsl.Run(1);
    }
}
