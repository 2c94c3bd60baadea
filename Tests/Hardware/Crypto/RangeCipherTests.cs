using FsCheck;
using FsCheck.Fluent;
using Sim.Hardware.Crypto;
using Xunit;

namespace Sim.Tests.Hardware.Crypto;

public sealed class RangeCipherTests
{
    internal static readonly AesCtrIv Iv = new(0xf0f1f2f3f4f5f6f7, ulong.MaxValue - 1);

    internal sealed record Layout(EncryptedRanges Ranges, bool[] Encrypted);

    internal static readonly Gen<SubSample> SubSamples =
        from clear in Gen.Choose(0, 50)
        from encrypted in Gen.Choose(0, 200)
        select new SubSample((uint)clear, (uint)encrypted);

    internal static readonly Gen<Layout> SubSampleLayouts =
        from map in SubSamples.ArrayOf()
        select new Layout(EncryptedRanges.SubSamples(map), map.SelectMany(Flags).ToArray());

    internal static readonly Gen<Layout> PatternLayouts =
        from beginning in Gen.Choose(0, 60)
        from skip in Gen.OneOf(Gen.Constant(0), Gen.Choose(0, 60))
        from encrypt in Gen.OneOf(Gen.Constant(0), Gen.Choose(0, 60))
        from length in Gen.Choose(0, 1000)
        let info = new EncryptedBlockInfo((uint)beginning, (uint)skip, (uint)encrypt)
        select new Layout(
            EncryptedRanges.Pattern(info),
            Enumerable.Range(0, length).Select(i => info.IsEncrypted((ulong)i)).ToArray());

    internal static readonly Gen<Layout> WholeLayouts =
        from length in Gen.Choose(0, 500)
        select new Layout(EncryptedRanges.Whole, Enumerable.Repeat(true, length).ToArray());

    internal static readonly Arbitrary<Layout> Layouts =
        Gen.OneOf(SubSampleLayouts, PatternLayouts, WholeLayouts).ToArbitrary();

    [Fact]
    public void Transform_uses_one_contiguous_keystream_for_the_encrypted_bytes_and_copies_the_clear_ones()
    {
        Prop.ForAll(Layouts, layout =>
        {
            using var key = new AesKey(StandardVectors.Key);
            var source = Source(layout.Encrypted.Length);
            var actual = new byte[source.Length];

            RangeCipher.Transform(key, Iv, layout.Ranges, source, actual);

            return actual.AsSpan().SequenceEqual(Reference(layout.Encrypted, source))
                && layout.Ranges.EncryptedBytes(source.Length) == layout.Encrypted.Count(e => e);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Transform_gives_the_same_bytes_in_place()
    {
        Prop.ForAll(Layouts, layout =>
        {
            using var key = new AesKey(StandardVectors.Key);
            var memory = Source(layout.Encrypted.Length);
            var expected = Reference(layout.Encrypted, memory);

            RangeCipher.Transform(key, Iv, layout.Ranges, memory, memory);

            return memory.AsSpan().SequenceEqual(expected);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Transform_twice_gives_the_source_back()
    {
        using var key = new AesKey(StandardVectors.Key);
        var ranges = EncryptedRanges.SubSamples(new SubSample[] { new(3, 30), new(1, 66) });
        var memory = Source(100);

        RangeCipher.Transform(key, Iv, ranges, memory, memory);
        Assert.NotEqual(Source(100), memory);
        RangeCipher.Transform(key, Iv, ranges, memory, memory);

        Assert.Equal(Source(100), memory);
    }

    [Fact]
    public void Transform_refuses_ranges_that_do_not_fit_and_writes_nothing()
    {
        using var key = new AesKey(StandardVectors.Key);
        var ranges = EncryptedRanges.SubSamples(new SubSample[] { new(3, 30) });
        var destination = new byte[100];

        Assert.Throws<ArgumentException>(() => RangeCipher.Transform(key, Iv, ranges, Source(34), destination));

        Assert.All(destination, b => Assert.Equal(0, b));
    }

    [Fact]
    public void Transform_refuses_short_and_shifted_destinations()
    {
        using var key = new AesKey(StandardVectors.Key);
        var memory = new byte[64];

        Assert.Throws<ArgumentException>(
            () => RangeCipher.Transform(key, Iv, EncryptedRanges.Whole, memory, new byte[63]));
        Assert.Throws<ArgumentException>(
            () => RangeCipher.Transform(key, Iv, EncryptedRanges.Whole, memory.AsSpan(0, 32), memory.AsSpan(1, 32)));
    }

    private static IEnumerable<bool> Flags(SubSample entry) =>
        Enumerable.Repeat(false, (int)entry.ClearBytes).Concat(Enumerable.Repeat(true, (int)entry.EncryptedBytes));

    // Gather the encrypted bytes, decrypt them as one buffer, put them back: the text of ISO/IEC 23001-7.
    private static byte[] Reference(bool[] encrypted, byte[] source)
    {
        var gathered = source.Where((_, i) => encrypted[i]).ToArray();
        var plain = NaiveCtr.Transform(StandardVectors.Key, Iv.Iv, Iv.Count, 0, gathered);
        var next = 0;
        return source.Select((b, i) => encrypted[i] ? plain[next++] : b).ToArray();
    }

    private static byte[] Source(int length)
    {
        var bytes = new byte[length];
        NonceSource.Fill(11, "source", length, bytes);
        return bytes;
    }
}
