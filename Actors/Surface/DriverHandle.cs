using Sim.Hardware.Ddi;

namespace Sim.Actors.Surface;

/// <summary>
/// Names an object of a video device in its messages, as the handles of the driver interface do
/// (D3D11_1DDI_HCRYPTOSESSION and its like). It is not the <see cref="ContentHandle"/> that travels in the messages of
/// a channel.
/// </summary>
/// <param name="Device">Number of the device that made the object.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Index">Its number among the objects of that device, from 0.</param>
public readonly record struct DriverHandle(int Device, DriverObject Kind, int Index);

/// <summary>What a <see cref="DriverHandle"/> names.</summary>
public enum DriverObject
{
    /// <summary>A crypto session.</summary>
    CryptoSession,

    /// <summary>An authenticated channel.</summary>
    Channel,

    /// <summary>A video decoder.</summary>
    Decoder,

    /// <summary>A surface.</summary>
    Surface,
}
