namespace Sim.Hardware.Surface;

/// <summary>
/// A rule of the surface that a call broke. Void calls answer nothing, so this is what goes into the log.
/// </summary>
public enum SurfaceRule
{
    /// <summary>The device was removed.</summary>
    DeviceRemoved,

    /// <summary>The object belongs to another device.</summary>
    WrongDevice,

    /// <summary>The object was destroyed.</summary>
    Destroyed,

    /// <summary>A session for hardware protection carries messages only.</summary>
    MessagesOnly,

    /// <summary>The device lacks the capability.</summary>
    MissingCapability,

    /// <summary>The session has no key yet.</summary>
    NoSessionKey,

    /// <summary>The session's key is lost.</summary>
    KeyLost,

    /// <summary>Calls on the object are out of order.</summary>
    CallOrder,

    /// <summary>FinishSessionKeyRefresh without a pending random number.</summary>
    FinishWithoutStart,

    /// <summary>A second StartSessionKeyRefresh before the Finish.</summary>
    SecondStart,

    /// <summary>A refresh came between a frame's begin and its buffers. Only a warning.</summary>
    MidFrameRefresh,

    /// <summary>A second negotiation where none is allowed.</summary>
    Renegotiation,

    /// <summary>A size is not the one that the call wants.</summary>
    Size,

    /// <summary>A field that must be zero, or a type that does not exist.</summary>
    BadField,

    /// <summary>Ciphertext where there may be none.</summary>
    UnexpectedCiphertext,

    /// <summary>Encrypted runs that are not whole blocks.</summary>
    BlockAlignment,

    /// <summary>Sub-samples that do not add up to the buffer.</summary>
    SubSamples,

    /// <summary>A frame's first buffers lack a kind that the decoder needs.</summary>
    MissingBuffer,

    /// <summary>The decoder is not bound to a session.</summary>
    Unbound,

    /// <summary>An IV that is not above the last one of its key.</summary>
    IvNotIncreasing,

    /// <summary>A block count that does not go on where the buffer before stopped.</summary>
    CountNotSequential,

    /// <summary>A block count that passes 2^64.</summary>
    CountOverflow,

    /// <summary>A block count that does not begin with zero.</summary>
    InitialCount,

    /// <summary>EncryptionBlt before GetEncryptionBltKey.</summary>
    NoReadBackKey,

    /// <summary>Surfaces that do not suit the blit.</summary>
    SurfaceKind,

    /// <summary>A surface that is encrypted in part cannot be read back.</summary>
    PartlyEncrypted,

    /// <summary>The surface's protected content was lost since it was written, or never completed.</summary>
    ContentLost,

    /// <summary>The hardware is busy; the call may be tried again.</summary>
    Busy,

    /// <summary>A bound of the model is reached.</summary>
    Limit,
}
