namespace Sim.Hardware.Decoding;

/// <summary>What surrounds a call on a decoder. The default is a decoder of the caller's device that is not
/// bound.</summary>
public readonly record struct DecodeFacts
{
    /// <summary>Its device was removed.</summary>
    public bool DeviceRemoved { get; init; }

    /// <summary>The caller's device is not the one that made it.</summary>
    public bool WrongDevice { get; init; }

    /// <summary>The hardware still draws what the call would overwrite.</summary>
    public bool StillDrawing { get; init; }

    /// <summary>The hardware has no room for another frame yet.</summary>
    public bool Pending { get; init; }

    /// <summary>The session that the decoder is bound to; null: to none.</summary>
    public BoundSession? Session { get; init; }
}
