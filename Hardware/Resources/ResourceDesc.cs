namespace Sim.Hardware.Resources;

/// <summary>What a surface is created as.</summary>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="BytesPerPixel">Bytes of a pixel.</param>
public readonly record struct ResourceDesc(uint Width, uint Height, uint BytesPerPixel)
{
    /// <summary>Who writes and reads it.</summary>
    public ResourceUsage Usage { get; init; }

    /// <summary>What the CPU may do with it.</summary>
    public CpuAccess CpuAccess { get; init; }

    /// <summary>Where it is bound.</summary>
    public ResourceBind Bind { get; init; }

    /// <summary>How it is protected and shared.</summary>
    public ResourceMiscFlags Misc { get; init; }

    /// <summary>It has several samples a pixel.</summary>
    public bool IsMultisampled { get; init; }

    /// <summary>Whether it may hold protected content.</summary>
    public bool IsProtected => (Misc & ResourceMiscFlags.AnyProtected) != 0;

    /// <summary>Bytes of the surface, with the pitch that the device gives it.</summary>
    public ulong Size(uint blockAlignmentSize) =>
        ProtectedPitch.Of(Width, BytesPerPixel, blockAlignmentSize) * Height;
}
