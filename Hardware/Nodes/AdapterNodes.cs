using Sim.Hardware.Choices;
using Sim.Hardware.Surface;

namespace Sim.Hardware.Nodes;

/// <summary>The nodes of an adapter beside the one for 3D, which every adapter has, and which work goes to which.</summary>
public sealed record AdapterNodes
{
    /// <summary>Decoding has a node of its own.</summary>
    public bool VideoDecode { get; init; }

    /// <summary>Copies have a node of their own.</summary>
    public bool Copy { get; init; }

    /// <summary>Encryption has a node of its own.</summary>
    public bool Crypto { get; init; }

    /// <summary>The node whose queue the work of a call goes into; null: the call makes no work for the GPU.</summary>
    /// <param name="call">The call.</param>
    /// <param name="choices">Where blits run.</param>
    public GpuNode? Of(SurfaceFunction call, DdiChoices choices) => call switch
    {
        SurfaceFunction.DecryptionBlt or SurfaceFunction.EncryptionBlt => OfBlit(choices.BlitNode),
        SurfaceFunction.VideoDecoderSubmitBuffers
            or SurfaceFunction.VideoDecoderSubmitBuffers1
            or SurfaceFunction.VideoDecoderSubmitBuffers2 =>
            VideoDecode ? GpuNode.VideoDecode : GpuNode.Graphics,
        _ => null,
    };

    private GpuNode OfBlit(BlitNode choice) => choice switch
    {
        BlitNode.OwnNode when Crypto => GpuNode.Crypto,
        BlitNode.OwnNode when Copy => GpuNode.Copy,
        _ => GpuNode.Graphics,
    };
}
