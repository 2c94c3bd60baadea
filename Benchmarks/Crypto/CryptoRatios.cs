using Sim.Benchmarks.Ratios;

namespace Sim.Benchmarks.Crypto;

/// <summary>The kernel beside the class library and beside OpenSSL.</summary>
internal static class CryptoRatios
{
    private const double OpenSslTarget = 0.95;
    private const int TargetBytesMin = 64 * 1024;

    public static readonly int[] Sizes = [1024, 16 * 1024, 64 * 1024, 1024 * 1024];

    public static void Print(TextWriter output)
    {
        RatioTable.Print(output, "AES-128-CTR, one core: Sim / OpenSSL", LibCrypto.IsPresent ? BesideOpenSsl() : []);
        if (!LibCrypto.IsPresent)
            output.WriteLine($"{LibCrypto.Name} is not on this machine: not measured");
        RatioTable.Print(output, "AES-128-CTR, one core: Sim / class library", BesidePlatform());
    }

    private static IEnumerable<RatioRow> BesideOpenSsl() => Sizes.Select(bytes => Row(
        bytes, () => new OpenSslCounterMode(bytes), bytes >= TargetBytesMin ? OpenSslTarget : null));

    private static IEnumerable<RatioRow> BesidePlatform() =>
        Sizes.Select(bytes => Row(bytes, () => new PlatformCounterMode(bytes), target: null));

    private static RatioRow Row(int bytes, Func<IContender> baseline, double? target) =>
        new($"{bytes / 1024} KiB", () => new SimCounterMode(bytes), baseline, Threads: 1, target, "GB/s", bytes / 1e9);
}
