using System.Runtime.CompilerServices;

namespace Sim.Hardware.Crypto;

/// <summary>
/// Room for the expanded key in memory order: eleven round keys to encrypt, then eleven to decrypt (FIPS 197, the
/// equivalent inverse cipher). Without AES instructions only the first entry, the key itself, is filled.
/// </summary>
[InlineArray(Rounds * 2)]
internal struct AesSchedule
{
    /// <summary>Round keys per direction.</summary>
    internal const int Rounds = 11;

    private UInt128 _first;
}
