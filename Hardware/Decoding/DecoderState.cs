using System.Collections.Immutable;
using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;

namespace Sim.Hardware.Decoding;

/// <summary>A video decoder, as far as protection goes.</summary>
/// <param name="Desc">What it decodes.</param>
/// <param name="Config">How its data is encrypted.</param>
/// <param name="Handle">Its handle in the messages of a channel.</param>
public sealed record DecoderState(VideoDecoderDesc Desc, VideoDecoderConfig Config, ContentHandle Handle)
{
    /// <summary>Feature level 9: all buffers that are encrypted in part share one pattern, and whether they are does
    /// not change.</summary>
    public bool FeatureLevel9 { get; init; }

    /// <summary>The profile post-processes (VC-1): a frame may be begun within another.</summary>
    public bool PostProcesses { get; init; }

    /// <summary>The frames that are open, the innermost first.</summary>
    public ImmutableStack<DecoderFrame> Frames { get; init; } = [];

    /// <summary>At feature level 9, how buffers were encrypted so far.</summary>
    public EncryptedRanges? FixedRanges { get; init; }

    /// <summary>Whether a frame is open.</summary>
    public bool IsFrameOpen => !Frames.IsEmpty;

    /// <summary>The frame that buffers belong to; null if none is open.</summary>
    public DecoderFrame? Frame => IsFrameOpen ? Frames.Peek() : null;

    /// <summary>The kinds of buffer that a frame's first submission must have.</summary>
    public ImmutableArray<VideoDecoderBufferType> RequiredBuffers => Config.ConfigBitstreamRaw == 0
        ? [VideoDecoderBufferType.PictureParameters, VideoDecoderBufferType.MacroblockControl]
        :
        [
            VideoDecoderBufferType.PictureParameters, VideoDecoderBufferType.SliceControl,
            VideoDecoderBufferType.Bitstream,
        ];
}
