using System.Runtime.CompilerServices;

namespace Sim.Hardware.Crypto;

/// <summary>
/// Room for the expanded key in memory order: eleven round keys (FIPS 197). Those to decrypt follow from them and are not
/// kept: most keys here only ever encrypt counters, and live for one job. Without AES instructions only the first entry,
/// the key itself, is filled.
/// </summary>
[InlineArray(Rounds)]
internal struct AesSchedule
{
    /// <summary>Number of round keys.</summary>
    internal const int Rounds = 11;

    private UInt128 _first;
}
