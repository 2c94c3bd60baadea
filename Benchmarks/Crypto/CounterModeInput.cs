namespace Sim.Benchmarks.Crypto;

/// <summary>What all counter modes are given: the same key, the same bytes, the same memory alignment.</summary>
internal static class CounterModeInput
{
    private const int Seed = 1;

    /// <summary>The AES-128 key of FIPS 197, appendix A.1.</summary>
    public static ReadOnlySpan<byte> Key =>
        [0x2b, 0x7e, 0x15, 0x16, 0x28, 0xae, 0xd2, 0xa6, 0xab, 0xf7, 0x15, 0x88, 0x09, 0xcf, 0x4f, 0x3c];

    /// <summary>A buffer on the pinned heap: nothing moves it between two rounds.</summary>
    public static byte[] Buffer(int bytes)
    {
        var buffer = GC.AllocateUninitializedArray<byte>(bytes, pinned: true);
        new Random(Seed).NextBytes(buffer);
        return buffer;
    }
}
