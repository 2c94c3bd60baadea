using Sim.Scenarios.Media.Boxes;

namespace Sim.Scenarios.Media.Samples;

/// <summary>Where the IVs and sub-samples of the samples lie.</summary>
/// <param name="Box">The box that says so: senc, PIFF's uuid, or saio.</param>
/// <param name="Starts">The first byte for each run, or for all of them together.</param>
/// <param name="Limit">The end of the box or file that holds them.</param>
/// <param name="Sizes">The bytes per sample; null when each sample's own fields tell (senc).</param>
/// <param name="HasSubSamples">Whether each sample in senc has a sub-sample count.</param>
/// <param name="Override">What PIFF's uuid says instead of the track's rule; usually null.</param>
internal sealed record AuxiliaryInfo(
    Box Box,
    long[] Starts,
    long Limit,
    AuxiliarySizes? Sizes,
    bool HasSubSamples,
    ProtectionRule? Override);

/// <summary>The table of saiz.</summary>
/// <param name="Count">The samples it covers; those behind have no auxiliary information.</param>
/// <param name="All">The size of every sample's; 0 when the table tells.</param>
/// <param name="Table">The size of each sample's.</param>
internal sealed record AuxiliarySizes(int Count, byte All, byte[] Table)
{
    public int this[int sample] => sample >= Count ? 0 : All > 0 ? All : Table[sample];
}
