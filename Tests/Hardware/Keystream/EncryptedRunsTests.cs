using FsCheck;
using FsCheck.Fluent;
using Sim.Hardware.Choices;
using Sim.Hardware.Crypto;
using Sim.Hardware.Keystream;
using Sim.Tests.Hardware.Crypto;
using Xunit;

namespace Sim.Tests.Hardware.Keystream;

public sealed class EncryptedRunsTests
{
    private const SkippedBytes Contiguous = SkippedBytes.UseNoKeystream;
    private const SkippedBytes ByPosition = SkippedBytes.UseKeystream;

    [Fact]
    public void A_whole_buffer_is_one_run() =>
        Assert.Equal([new(0, 50, 0)], Runs(EncryptedRanges.Whole, 50, Contiguous));

    // The example of D3D11_ENCRYPTED_BLOCK_INFO; it is arithmetic only, since no run is of whole blocks.
    [Fact]
    public void A_pattern_alternates_after_its_beginning()
    {
        var ranges = EncryptedRanges.Pattern(new(100, 20, 2));

        Assert.Equal([new(0, 100, 0), new(120, 2, 100), new(142, 2, 102)], Runs(ranges, 145, Contiguous));
        Assert.Equal([new(0, 100, 0), new(120, 2, 120), new(142, 2, 142)], Runs(ranges, 145, ByPosition));
    }

    [Theory]
    [InlineData(16, 0, 0, 40, "0+16")]
    [InlineData(16, 16, 0, 40, "0+16")]
    [InlineData(16, 0, 16, 40, "0+16 16+24")]
    [InlineData(0, 16, 16, 60, "16+16 48+12")]
    [InlineData(99, 16, 16, 40, "0+40")]
    [InlineData(0, 0, 0, 40, "")]
    public void A_pattern_s_zeros_mean_what_they_say(uint begin, uint skip, uint encrypt, int length, string expected) =>
        Assert.Equal(expected, string.Join(' ', Runs(EncryptedRanges.Pattern(new(begin, skip, encrypt)), length, Contiguous)
            .Select(run => $"{run.Offset}+{run.Length}")));

    [Fact]
    public void Sub_samples_are_runs_behind_their_clear_bytes()
    {
        var ranges = EncryptedRanges.SubSamples(new SubSample[] { new(5, 20), new(3, 0), new(0, 7) });

        Assert.Equal([new(5, 20, 0), new(28, 7, 20)], Runs(ranges, 35, Contiguous));
        Assert.Equal([new(5, 20, 5), new(28, 7, 28)], Runs(ranges, 35, ByPosition));
    }

    [Fact]
    public void Blocks_count_up_to_the_end_of_the_last_run()
    {
        var ranges = EncryptedRanges.SubSamples(new SubSample[] { new(16, 17), new(31, 16) });

        Assert.Equal(3ul, EncryptedRuns.Blocks(ranges, 80, Contiguous));
        Assert.Equal(5ul, EncryptedRuns.Blocks(ranges, 80, ByPosition));
        Assert.Equal(0ul, EncryptedRuns.Blocks(EncryptedRanges.Pattern(default), 80, Contiguous));
    }

    [Fact]
    public void A_layout_that_does_not_fit_is_refused() =>
        Assert.Throws<ArgumentException>(
            () => EncryptedRuns.Blocks(EncryptedRanges.SubSamples(new SubSample[] { new(1, 1) }), 3, Contiguous));

    [Fact]
    public void Runs_are_exactly_the_encrypted_bytes()
    {
        var triple = ArbMap.Default.ArbFor<(byte, byte, byte)>();
        Prop.ForAll(triple, ArbMap.Default.ArbFor<byte>(), (pattern, length) =>
        {
            var info = new EncryptedBlockInfo(pattern.Item1, pattern.Item2, pattern.Item3);
            var expected = Enumerable.Range(0, length).Where(offset => info.IsEncrypted((ulong)offset));
            var actual = Runs(EncryptedRanges.Pattern(info), length, Contiguous)
                .SelectMany(run => Enumerable.Range(run.Offset, run.Length));
            return expected.SequenceEqual(actual);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Without_keystream_for_clear_bytes_the_cipher_agrees_with_RangeCipher()
    {
        using var key = new AesKey(StandardVectors.Key);
        var source = Enumerable.Range(0, 200).Select(i => (byte)i).ToArray();
        EncryptedRanges[] layouts =
        [
            EncryptedRanges.Whole,
            EncryptedRanges.Pattern(new(100, 20, 2)),
            EncryptedRanges.SubSamples(new SubSample[] { new(5, 90), new(0, 1), new(50, 54) }),
        ];

        foreach (var ranges in layouts)
        {
            var expected = new byte[200];
            var actual = new byte[200];
            RangeCipher.Transform(key, new(1, 2), ranges, source, expected);
            KeystreamCipher.Transform(key, new(1, 2), ranges, Contiguous, source, actual);
            Assert.Equal(expected, actual);
        }
    }

    [Fact]
    public void With_keystream_for_clear_bytes_an_encrypted_byte_is_what_it_is_in_the_whole_buffer()
    {
        using var key = new AesKey(StandardVectors.Key);
        var source = Enumerable.Range(0, 100).Select(i => (byte)i).ToArray();
        var whole = new byte[100];
        var striped = source.ToArray();
        var info = new EncryptedBlockInfo(16, 20, 4);

        RangeCipher.Transform(key, new(1, 2), EncryptedRanges.Whole, source, whole);
        KeystreamCipher.Transform(key, new(1, 2), EncryptedRanges.Pattern(info), ByPosition, striped, striped);

        for (var i = 0; i < 100; i++)
            Assert.Equal(info.IsEncrypted((ulong)i) ? whole[i] : source[i], striped[i]);
    }

    private static EncryptedRun[] Runs(EncryptedRanges ranges, int length, SkippedBytes skipped)
    {
        var runs = new EncryptedRuns(ranges, length, skipped);
        var all = new List<EncryptedRun>();
        while (runs.MoveNext())
            all.Add(runs.Current);
        return [.. all];
    }
}
