namespace Sim.Hardware.Decoding;

/// <summary>The numbers of <see cref="VideoDecoderBufferType"/> in both layers.</summary>
public static class VideoDecoderBufferTypes
{
    /// <summary>The driver interface's number for a buffer of unknown type; no buffer may have it.</summary>
    public const int DdiUnknown = 0;

    /// <summary>The driver interface's number.</summary>
    public static int ToDdi(this VideoDecoderBufferType type) => (int)type + 1;

    /// <summary>The type behind a number; null for one that no type has.</summary>
    public static VideoDecoderBufferType? From(DecoderLayer layer, int number)
    {
        var type = layer == DecoderLayer.Driver ? number - 1 : number;
        return type is >= (int)VideoDecoderBufferType.PictureParameters and <= (int)VideoDecoderBufferType.FilmGrain
            ? (VideoDecoderBufferType)type
            : null;
    }
}
