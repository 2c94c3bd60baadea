using FsCheck;
using FsCheck.Fluent;
using Sim.Hardware.Crypto;
using Xunit;

namespace Sim.Tests.Hardware.Crypto;

public sealed class AesCtrTests
{
    internal const string NistCipher =
        "874d6191b620e3261bef6864990db6ce9806f66b7970fdff8617187bb9fffdff"
        + "5ae4df3edbd5d35e5b4f09020db03eab1e031dda2fbe03d1792170a0f3009cee";

    private delegate void Kernel(
        AesKey key, AesCtrIv iv, ulong offset, ReadOnlySpan<byte> source, Span<byte> destination);

    internal sealed record Job(byte[] Key, AesCtrIv Iv, ulong Offset, byte[] Source);

    public static TheoryData<string> Kernels =>
        X86AesCtr.IsSupported ? new("public", "portable", "x86") : new("public", "portable");

    internal static readonly Gen<ulong> Numbers =
        Gen.Choose(0, int.MaxValue).Two().Select(pair => ((ulong)pair.Item1 << 33) ^ (ulong)pair.Item2);

    internal static readonly Gen<ulong> Counts = Gen.OneOf(
        Numbers,
        Gen.Choose(0, 300).Select(near => ulong.MaxValue - (ulong)near),
        Gen.Choose(0, 300).Select(n => (ulong)n));

    internal static readonly Gen<ulong> Offsets = Gen.OneOf(
        Gen.Choose(0, 5000).Select(n => (ulong)n), Numbers, Gen.Constant(0UL));

    internal static readonly Arbitrary<Job> Jobs = (
        from seed in Numbers
        from iv in Gen.OneOf(Numbers, Gen.Constant(ulong.MaxValue))
        from count in Counts
        from offset in Offsets
        from length in Gen.OneOf(Gen.Choose(0, 300), Gen.Choose(0, 5000))
        select new Job(Seeded(seed, 16), new AesCtrIv(iv, count), offset, Seeded(seed + 1, length))).ToArbitrary();

    // NIST SP 800-38A, F.5.1 and F.5.2.
    [Theory]
    [MemberData(nameof(Kernels))]
    public void Kernel_matches_the_ctr_vectors_of_nist(string kernel)
    {
        using var key = new AesKey(StandardVectors.Key);
        var iv = AesCtrIv.Read(Hex.Bytes(StandardVectors.CounterBlock));
        var cipher = new byte[64];
        var plain = new byte[64];

        Find(kernel)(key, iv, 0, StandardVectors.Plain, cipher);
        Find(kernel)(key, iv, 0, cipher, plain);

        Assert.Equal(NistCipher, Hex.Text(cipher));
        Assert.Equal(StandardVectors.Plain, plain);
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Kernel_equals_the_definition_at_every_length_offset_and_count(string kernel)
    {
        var transform = Find(kernel);
        Prop.ForAll(Jobs, job =>
        {
            using var key = new AesKey(job.Key);
            // A guard byte behind the end shows a kernel that writes too far.
            var actual = new byte[job.Source.Length + 1];
            actual[^1] = 0xa5;
            transform(key, job.Iv, job.Offset, job.Source, actual.AsSpan(..^1));
            var expected = NaiveCtr.Transform(job.Key, job.Iv.Iv, job.Iv.Count, job.Offset, job.Source);
            return actual.AsSpan(..^1).SequenceEqual(expected) && actual[^1] == 0xa5;
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Kernel_gives_the_same_bytes_in_place(string kernel)
    {
        var transform = Find(kernel);
        Prop.ForAll(Jobs, job =>
        {
            using var key = new AesKey(job.Key);
            var apart = new byte[job.Source.Length];
            transform(key, job.Iv, job.Offset, job.Source, apart);
            var inPlace = job.Source.ToArray();
            transform(key, job.Iv, job.Offset, inPlace, inPlace);
            return apart.AsSpan().SequenceEqual(inPlace);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Splitting_a_buffer_at_any_point_gives_the_same_bytes(string kernel)
    {
        var transform = Find(kernel);
        using var key = new AesKey(StandardVectors.Key);
        var iv = new AesCtrIv(1, ulong.MaxValue - 5);
        var source = Seeded(3, 300);
        var whole = new byte[source.Length];
        transform(key, iv, 0, source, whole);
        for (var at = 0; at <= source.Length; at++)
        {
            var parts = new byte[source.Length];
            transform(key, iv, 0, source.AsSpan(..at), parts);
            transform(key, iv, (ulong)at, source.AsSpan(at..), parts.AsSpan(at..));
            Assert.Equal(whole, parts);
        }
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void The_count_wraps_at_2_to_the_64_and_leaves_the_iv_alone(string kernel)
    {
        using var key = new AesKey(StandardVectors.Key);
        var across = new byte[20 * 16];
        var behind = new byte[19 * 16];

        Find(kernel)(key, new AesCtrIv(9, ulong.MaxValue), 0, across, across);
        Find(kernel)(key, new AesCtrIv(9, 0), 0, behind, behind);

        Assert.Equal(behind, across[16..]);
    }

    [Fact]
    public void Transform_leaves_a_longer_destination_alone_behind_the_source()
    {
        using var key = new AesKey(StandardVectors.Key);
        var destination = new byte[40];

        AesCtr.Transform(key, default, 0, new byte[21], destination);

        Assert.All(destination[21..], b => Assert.Equal(0, b));
    }

    [Fact]
    public void Transform_refuses_a_short_destination()
    {
        using var key = new AesKey();

        Assert.Throws<ArgumentException>(() => AesCtr.Transform(key, default, 0, new byte[17], new byte[16]));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(0, 31)]
    public void Transform_refuses_memory_that_overlaps_at_another_position(int from, int to)
    {
        using var key = new AesKey();
        var memory = new byte[64];

        Assert.Throws<ArgumentException>(
            () => AesCtr.Transform(key, default, 0, memory.AsSpan(from, 32), memory.AsSpan(to, 32)));
    }

    [Fact]
    public void Transform_does_not_allocate_where_the_processor_has_aes_instructions()
    {
        using var key = new AesKey(StandardVectors.Key);
        var memory = new byte[1000];
        AesCtr.Transform(key, default, 5, memory, memory);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            AesCtr.Transform(key, default, 5, memory, memory);

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(X86AesCtr.IsSupported, allocated == 0);
    }

    private static Kernel Find(string kernel) => kernel switch
    {
        "public" => AesCtr.Transform,
        "portable" => PortableAesCtr.Transform,
        "x86" => X86AesCtr.Transform,
        _ => throw new ArgumentOutOfRangeException(nameof(kernel), kernel, null),
    };

    private static byte[] Seeded(ulong seed, int length)
    {
        var bytes = new byte[length];
        new Random((int)(seed % int.MaxValue)).NextBytes(bytes);
        return bytes;
    }
}
