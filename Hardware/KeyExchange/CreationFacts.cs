namespace Sim.Hardware.KeyExchange;

/// <summary>How a device stands when something is to be created on it.</summary>
/// <param name="DeviceRemoved">It was removed.</param>
/// <param name="HasRoom">It has room for one more.</param>
public readonly record struct CreationFacts(bool DeviceRemoved, bool HasRoom)
{
    /// <summary>The device is there and has room.</summary>
    public static CreationFacts Fine => new(DeviceRemoved: false, HasRoom: true);
}
