using Sim.Actors;

namespace Sim.Testing.ContentProtection;

/// <summary>Devices in a world.</summary>
public static class ContentProtectionWorld
{
    /// <summary>Makes a device with content protection, judged by all named properties.</summary>
    /// <param name="world">The world; its body is preparing it.</param>
    /// <param name="policy">Name of the key-switch policy: <c>drain</c>, <c>slots</c> or <c>marker</c>.</param>
    /// <param name="engines">Its engines, 1 to 64. Each job takes a millisecond of virtual time.</param>
    /// <param name="keySlots">Its key slots, at least 1.</param>
    /// <param name="maxRestarts">How often an engine may fail before it stops for good.</param>
    /// <param name="machines">The rules of sessions and engines, for example wrong ones; null: those of the policy.</param>
    /// <param name="off">Names of properties that do not judge; null: all do.</param>
    public static ProtectedDevice Device(
        this World world,
        string policy = "slots",
        int engines = 2,
        int keySlots = 16,
        int maxRestarts = 3,
        IDeviceMachines? machines = null,
        IReadOnlyCollection<string>? off = null)
    {
        ArgumentNullException.ThrowIfNull(world);
        return new ProtectedDevice(world, machines ?? new PolicyMachines(policy), engines, keySlots, maxRestarts, off);
    }
}
