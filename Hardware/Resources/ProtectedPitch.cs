namespace Sim.Hardware.Resources;

/// <summary>
/// How rows lie in a surface that a blit reads or writes. Direct3D 11 has no call that tells the pitch of a protected
/// surface, so one rule holds for source and destination: a row is its pixels, rounded up to the device's block.
/// </summary>
public static class ProtectedPitch
{
    /// <summary>Bytes from one row to the next.</summary>
    /// <param name="width">Pixels of a row.</param>
    /// <param name="bytesPerPixel">Bytes of a pixel.</param>
    /// <param name="blockAlignmentSize">The device's block in bytes, at least 1.</param>
    public static ulong Of(uint width, uint bytesPerPixel, uint blockAlignmentSize) =>
        RoundUp((ulong)width * bytesPerPixel, blockAlignmentSize);

    /// <summary>Bytes rounded up to the device's block.</summary>
    internal static ulong RoundUp(ulong bytes, uint blockAlignmentSize) =>
        (bytes + blockAlignmentSize - 1) / blockAlignmentSize * blockAlignmentSize;
}
