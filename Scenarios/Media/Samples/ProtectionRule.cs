namespace Sim.Scenarios.Media.Samples;

/// <summary>How samples are encrypted unless something more specific says otherwise (tenc, or a seig group).</summary>
/// <param name="IsProtected">False: the samples are clear, and the rest means nothing.</param>
/// <param name="IvSize">The bytes of a sample's own IV: 8 or 16.</param>
/// <param name="Kid">The key.</param>
internal sealed record ProtectionRule(bool IsProtected, int IvSize, KeyId Kid)
{
    public static readonly ProtectionRule Clear = new(false, 0, default);

    /// <summary>The fields that tenc and seig share, which begin with isProtected.</summary>
    public static ProtectionRule Read(Boxes.BoxFields fields, long at, byte pattern)
    {
        var (isProtected, ivSize) = (fields.U8(at), fields.U8(at + 1));
        if (isProtected == 0) return Clear;
        if (isProtected != 1) throw fields.Fail($"isProtected is {isProtected}, neither 0 nor 1");
        if (ivSize == 0) throw fields.Fail("uses a constant IV, which scheme 'cenc' does not have");
        if (ivSize is not (8 or 16)) throw fields.Fail($"an IV of {ivSize} bytes; scheme 'cenc' has 8 or 16");
        if (pattern != 0) throw fields.Fail("uses pattern encryption, which scheme 'cenc' does not have");
        return new(true, ivSize, fields.Kid(at + 2));
    }
}
