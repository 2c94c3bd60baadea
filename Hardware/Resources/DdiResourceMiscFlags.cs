namespace Sim.Hardware.Resources;

/// <summary>The flags of a resource that concern protection, as a driver sees them.</summary>
[Flags]
public enum DdiResourceMiscFlags : uint
{
    /// <summary>An ordinary resource.</summary>
    None = 0,

    /// <summary>May hold protected content.</summary>
    RestrictedContent = 0x800,

    /// <summary>The driver says who may open it.</summary>
    RestrictSharedResourceDriver = 0x1000,

    /// <summary>Hardware protects it.</summary>
    HwProtected = 0x10000,

    /// <summary>Input of a decoder that holds ciphertext.</summary>
    ContainsHwProtected = 0x40000,
}
