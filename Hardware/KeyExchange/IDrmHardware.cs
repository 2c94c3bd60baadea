namespace Sim.Hardware.KeyExchange;

/// <summary>The hardware's side of a DRM: what answers the packets that a driver only carries.</summary>
public interface IDrmHardware
{
    /// <summary>Answers one packet. Called from one thread at a time; must not block.</summary>
    /// <param name="functionId">HWProtectionFunctionID, the DRM's own.</param>
    /// <param name="packet">The packet; valid during the call.</param>
    DrmAnswer Answer(uint functionId, ReadOnlySpan<byte> packet);
}
