using Sim.Hardware.Crypto;

namespace Sim.Hardware.Keystream;

/// <summary>
/// Stripes within the encrypted runs of sub-samples (D3D11_VIDEO_DECODER_BUFFER_DESC2, schemes cens and cbcs of ISO/IEC
/// 23001-7): so many encrypted blocks, so many clear ones, in turn to the end of each run. Part of a block at the end
/// of a run stays clear.
/// </summary>
public static class StripedSubSamples
{
    /// <summary>Sub-samples that stripes may become at most.</summary>
    public const int MaxSubSamples = 1 << 16;

    /// <summary>Whether two counts describe stripes, or none: both zero, or neither.</summary>
    public static bool IsValid(uint encryptedBlocks, uint clearBlocks) => (encryptedBlocks == 0) == (clearBlocks == 0);

    /// <summary>Says with plain sub-samples what sub-samples with stripes say.</summary>
    /// <param name="map">The sub-samples.</param>
    /// <param name="encryptedBlocks">Blocks of 16 bytes in an encrypted stripe; 0: no stripes.</param>
    /// <param name="clearBlocks">Blocks of 16 bytes in a clear stripe; 0: no stripes.</param>
    /// <returns>Null if only one of the counts is zero, or if there would be too many.</returns>
    public static SubSample[]? Expand(ReadOnlySpan<SubSample> map, uint encryptedBlocks, uint clearBlocks)
    {
        if (!IsValid(encryptedBlocks, clearBlocks))
            return null;
        if (encryptedBlocks == 0)
            return map.ToArray();
        var striped = new List<SubSample>();
        foreach (var (clear, encrypted) in map)
        {
            ulong blocks = encrypted / BlockSize.Bytes;
            var pending = clear;
            while (blocks > 0)
            {
                if (striped.Count == MaxSubSamples)
                    return null;
                var run = Math.Min(blocks, encryptedBlocks);
                striped.Add(new(pending, (uint)run * BlockSize.Bytes));
                blocks -= run;
                var gap = Math.Min(blocks, clearBlocks);
                pending = (uint)gap * BlockSize.Bytes;
                blocks -= gap;
            }

            striped.Add(new(pending, 0));
            striped.Add(new(encrypted % BlockSize.Bytes, 0));
        }

        return [.. striped];
    }
}
