using Sim.Scenarios.Media.Boxes;

namespace Sim.Scenarios.Media.Samples;

/// <summary>
/// The fields in which PIFF, the predecessor of Common Encryption, says how samples are encrypted
/// (Portable encoding of audio-video objects, sections 5.3.2 and 5.3.3).
/// </summary>
internal static class PiffRule
{
    /// <summary>The bytes of algorithm, IV size and key id.</summary>
    public const int Size = 4 + KeyId.Size;

    /// <summary>The extended type of PIFF's sample encryption box, whose body is that of senc.</summary>
    public static readonly UInt128 SampleEncryption = new(0xa2394f525a9b4f14, 0xa2446c427c648df4);

    /// <summary>The extended type of PIFF's track encryption box.</summary>
    public static readonly UInt128 TrackEncryption = new(0x8974dbce7be74c51, 0x84f97148f9882554);

    /// <summary>The extended type of PIFF's protection system box, whose body is that of pssh.</summary>
    public static readonly UInt128 ProtectionSystem = new(0xd08a4f1810f34a82, 0xb6c832d8aba183d3);

    public static ProtectionRule Read(BoxFields fields, long at)
    {
        var algorithm = fields.U32(at) >> 8;
        var ivSize = fields.U8(at + 3);
        return algorithm switch
        {
            0 => ProtectionRule.Clear,
            1 when ivSize is 8 or 16 => new(true, ivSize, fields.Kid(at + 4)),
            1 => throw fields.Fail($"an IV of {ivSize} bytes; 8 or 16 are supported"),
            _ => throw fields.Fail($"PIFF algorithm {algorithm} is not supported, only 1 (AES in counter mode)"),
        };
    }
}
