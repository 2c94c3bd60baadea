namespace Sim.Hardware.Resources;

/// <summary>What a surface holds.</summary>
public enum SurfaceContent
{
    /// <summary>Bytes that are nobody's secret; also zeros.</summary>
    Open,

    /// <summary>Clear bytes of protected content.</summary>
    Protected,

    /// <summary>Ciphertext.</summary>
    Encrypted,

    /// <summary>Ciphertext in part: clear and encrypted bytes of protected content.</summary>
    PartlyEncrypted,

    /// <summary>What aborted work left; see <see cref="AbortedSurface"/>.</summary>
    Undefined,
}
