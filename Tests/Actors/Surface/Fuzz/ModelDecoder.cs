using Sim.Actors.Surface;
using Sim.Hardware.Ddi;
using Sim.Hardware.Decoding;

namespace Sim.Tests.Actors.Surface.Fuzz;

/// <summary>What an application knows of a decoder.</summary>
/// <param name="handle">Whom it calls.</param>
/// <param name="config">How its data is encrypted.</param>
internal sealed class ModelDecoder(DriverHandle handle, VideoDecoderConfig config)
{
    public DriverHandle Handle { get; } = handle;

    public VideoDecoderConfig Config { get; } = config;

    /// <summary>Its name in a channel's messages.</summary>
    public ContentHandle ContentHandle { get; } = SampleHandles.Of(handle, ContentHandleKind.Decoder);

    /// <summary>The session that a channel bound it to; it may be destroyed.</summary>
    public ModelSession? Session { get; set; }

    /// <summary>Null: none is open.</summary>
    public ModelFrame? Frame { get; set; }
}

/// <summary>What an application knows of a frame.</summary>
/// <param name="kind">What with its buffers are encrypted.</param>
/// <param name="key">The key that the frame keeps to its end; null: none, or it cannot be known.</param>
/// <param name="output">Where it goes.</param>
internal sealed class ModelFrame(FrameKeyKind kind, byte[]? key, ModelSurface output)
{
    public FrameKeyKind Kind { get; } = kind;

    public byte[]? Key { get; } = key;

    public ModelSurface Output { get; } = output;

    /// <summary>Where the next slice data go.</summary>
    public int Offset { get; set; }

    public bool HasBuffers { get; set; }
}
