using Sim.Hardware.Resources;

namespace Sim.Hardware.ReadBack;

/// <summary>What a caller gives to EncryptionBlt besides the session, and what the driver draws for the call.</summary>
/// <param name="Source">The protected surface.</param>
/// <param name="Destination">The surface for the CPU.</param>
/// <param name="DestinationSize">Bytes of the destination.</param>
/// <param name="Generation">The device's generation of protected content.</param>
/// <param name="DrawnIv">A random number, for the first IV of a key.</param>
public readonly record struct EncryptionBltRequest(
    ProtectedSurface Source,
    ProtectedSurface Destination,
    ulong DestinationSize,
    SurfaceGeneration Generation,
    ulong DrawnIv);
