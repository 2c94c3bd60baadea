using Sim.Hardware.Choices;
using Sim.Hardware.Crypto;

namespace Sim.Hardware.Keystream;

/// <summary>Whether encrypted runs are whole blocks of a device (BlockAlignmentSize).</summary>
public static class RunAlignment
{
    /// <summary>
    /// Judges the runs of a buffer. A whole buffer and each run of a pattern, clear ones included, must be a multiple
    /// of the block. Sub-samples are Common Encryption's own and need not be: their keystream runs on in mid-block.
    /// </summary>
    /// <param name="ranges">Which bytes are encrypted.</param>
    /// <param name="length">Bytes of the buffer.</param>
    /// <param name="blockAlignmentSize">The device's block in bytes, at least 1.</param>
    /// <param name="choices">Whether part of a block may be used.</param>
    public static bool IsAligned(EncryptedRanges ranges, int length, uint blockAlignmentSize, DdiChoices choices)
    {
        ArgumentNullException.ThrowIfNull(ranges);
        ArgumentNullException.ThrowIfNull(choices);
        if (choices.PartialBlock == PartialBlock.UsePrefix || ranges.SubSampleMap is not null)
            return true;
        if (length % blockAlignmentSize != 0)
            return false;
        return ranges.BlockInfo is not { } info
            || (info.NumEncryptedBytesAtBeginning % blockAlignmentSize == 0
                && info.NumBytesInSkipPattern % blockAlignmentSize == 0
                && info.NumBytesInEncryptPattern % blockAlignmentSize == 0);
    }
}
