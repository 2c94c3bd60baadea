namespace Sim.Hardware.Ddi;

/// <summary>
/// Capability flags as a driver reports them. From 0x2000 on a bit means something else than the same bit of
/// <see cref="ContentProtectionCaps"/>.
/// </summary>
[Flags]
public enum DdiContentProtectionCaps : uint
{
    /// <summary>No content protection.</summary>
    None = 0,

    /// <summary>The driver's software protects and encrypts.</summary>
    Software = 0x0001,

    /// <summary>The GPU protects and encrypts.</summary>
    Hardware = 0x0002,

    /// <summary>Protected surfaces are protected whether or not the application asked for it.</summary>
    ProtectionAlwaysOn = 0x0004,

    /// <summary>Buffers may be encrypted in part.</summary>
    PartialDecryption = 0x0008,

    /// <summary>Data may be under a content key that the session key wraps.</summary>
    ContentKey = 0x0010,

    /// <summary>The session key can be refreshed without a new negotiation.</summary>
    FreshenSessionKey = 0x0020,

    /// <summary>EncryptionBlt works.</summary>
    EncryptedReadBack = 0x0040,

    /// <summary>EncryptionBlt has a key of its own, from GetEncryptionBltKey.</summary>
    EncryptedReadBackKey = 0x0080,

    /// <summary>AES-CTR block counts run on from buffer to buffer.</summary>
    SequentialCtrIv = 0x0100,

    /// <summary>Of the compressed buffers only slice data may be encrypted.</summary>
    EncryptSliceDataOnly = 0x0200,

    /// <summary>DecryptionBlt works.</summary>
    DecryptionBlt = 0x0400,

    /// <summary>The CPU never reads protected allocations, and hardware stops copies out of them.</summary>
    HardwareProtectUncompressed = 0x0800,

    /// <summary>Protected pages can be paged out without loss.</summary>
    HardwareProtectedMemoryPageable = 0x1000,

    /// <summary>An allocation may change its protected state.</summary>
    HardwareProtectedMemoryTransition = 0x2000,

    /// <summary>A teardown can lose keys or content; there is a notice of it.</summary>
    HardwareTeardown = 0x4000,

    /// <summary>Crypto sessions carry the messages of a DRM component to the hardware.</summary>
    HardwareDrmCommunication = 0x8000,
}
