namespace Sim.Hardware.Nodes;

/// <summary>
/// A part of an adapter that is scheduled by itself and has a queue of its own. Values as in DXGK_ENGINE_TYPE; those that no work
/// of the surface goes to are left out.
/// </summary>
public enum GpuNode
{
    /// <summary>3D: every adapter has exactly one.</summary>
    Graphics = 1,

    /// <summary>Decoding.</summary>
    VideoDecode = 2,

    /// <summary>Conversion and scaling of decoded frames.</summary>
    VideoProcessing = 4,

    /// <summary>Copies.</summary>
    Copy = 6,

    /// <summary>Encryption. The documents say no more of it than its name.</summary>
    Crypto = 8,
}
