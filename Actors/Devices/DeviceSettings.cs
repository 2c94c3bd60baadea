using Sim.Actors.Engines;
using Sim.Hardware.Loss;
using Sim.Hardware.Sessions;

namespace Sim.Actors.Devices;

/// <summary>The size of a device.</summary>
/// <param name="Pool">Its engines.</param>
/// <param name="KeySlots">Key slots, at least 1.</param>
/// <param name="Jobs">Most unfinished jobs of all sessions together; each session reserves its own limit out of them.</param>
/// <param name="Session">Bounds of a session that asks for none.</param>
/// <param name="Seed">Where refresh random numbers come from.</param>
public sealed record DeviceSettings(EnginePoolSettings Pool, int KeySlots, int Jobs, SessionLimits Session, ulong Seed)
{
    /// <summary>How long a teardown of its content protection and a new start take.</summary>
    public ProtectionTimes Protection { get; init; } = ProtectionTimes.Default;
}
