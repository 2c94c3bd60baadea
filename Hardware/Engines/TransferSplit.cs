using System.Collections.Immutable;
using Sim.Hardware.Sessions;

namespace Sim.Hardware.Engines;

/// <summary>
/// Cuts one transfer into parts that several engines decrypt at once: in counter mode the part that begins at an offset continues
/// the key stream with the block count moved on by offset / 16 (US patent 11698869 describes it).
/// </summary>
public static class TransferSplit
{
    private const int Block = 16;

    /// <summary>Cuts a transfer.</summary>
    /// <param name="whole">The transfer; all of it is encrypted, and a client's completion message goes with none of its parts.</param>
    /// <param name="parts">Most parts, at least 1. Each but the last is of whole blocks, and none is empty, so there may be fewer.</param>
    /// <param name="number">Gives the number of a part, by its index.</param>
    /// <exception cref="ArgumentException">Only some of the bytes are encrypted: an offset does not say then how many blocks are before it.</exception>
    public static SplitBlt Of(DecryptionBlt whole, int parts, Func<int, long> number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parts, 1);
        if (whole.Ranges.SubSampleMap is not null || whole.Ranges.BlockInfo is not null)
            throw new ArgumentException("A transfer that is encrypted in part cannot be split.", nameof(whole));
        var blocks = (whole.Source.Length + Block - 1) / Block;
        var count = Math.Max(1, Math.Min(parts, blocks));
        var cut = ImmutableArray.CreateBuilder<DecryptionBlt>(count);
        for (var i = 0; i < count; i++)
        {
            var from = OffsetOf(i, count, blocks);
            var to = i + 1 < count ? OffsetOf(i + 1, count, blocks) : whole.Source.Length;
            cut.Add(whole with
            {
                Job = number(i),
                Source = whole.Source[from..to],
                Destination = whole.Destination[from..to],
                Iv = whole.Iv.AddBlocks((ulong)(from / Block)),
                Completion = null,
            });
        }

        return new SplitBlt(whole.Job, cut.MoveToImmutable());
    }

    private static int OffsetOf(int part, int parts, int blocks) => (int)((long)blocks * part / parts) * Block;
}
