namespace Sim.Hardware.Decoding;

/// <summary>
/// What a decoder's buffer holds (D3D11_VIDEO_DECODER_BUFFER_TYPE). The driver interface counts from 1 instead of 0:
/// <see cref="VideoDecoderBufferTypes"/>.
/// </summary>
public enum VideoDecoderBufferType
{
    /// <summary>Picture parameters.</summary>
    PictureParameters = 0,

    /// <summary>Macroblock control.</summary>
    MacroblockControl = 1,

    /// <summary>Residual difference.</summary>
    ResidualDifference = 2,

    /// <summary>Deblocking control.</summary>
    DeblockingControl = 3,

    /// <summary>Inverse quantization matrix.</summary>
    InverseQuantizationMatrix = 4,

    /// <summary>Slice control.</summary>
    SliceControl = 5,

    /// <summary>Bitstream: the slice data.</summary>
    Bitstream = 6,

    /// <summary>Motion vectors.</summary>
    MotionVector = 7,

    /// <summary>Film grain.</summary>
    FilmGrain = 8,
}
