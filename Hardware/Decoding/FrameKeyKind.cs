namespace Sim.Hardware.Decoding;

/// <summary>What a frame's encrypted buffers are encrypted with.</summary>
public enum FrameKeyKind
{
    /// <summary>Nothing: no buffer of the frame is encrypted.</summary>
    Clear,

    /// <summary>The session key.</summary>
    SessionKey,

    /// <summary>A content key that the session key wraps.</summary>
    ContentKey,

    /// <summary>A key that only the hardware knows.</summary>
    HardwareKey,
}
