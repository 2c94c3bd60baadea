namespace Sim.Hardware.Choices;

/// <summary>7.16: DecoderBeginFrame without a content key.</summary>
public enum NullContentKey
{
    /// <summary>A clear frame to the application; to the driver the session key for each buffer that has an
    /// IV.</summary>
    ByLayer,

    /// <summary>The session key for each buffer that has an IV, in both layers.</summary>
    SessionKey,
}

/// <summary>7.43: a session is destroyed that a decoder is bound to.</summary>
public enum DestroyBoundSession
{
    /// <summary>The decoder becomes unbound; encrypted buffers are refused from then on.</summary>
    Unbind,

    /// <summary>The decoder keeps the session's key until it is bound anew or destroyed.</summary>
    KeepBinding,
}
