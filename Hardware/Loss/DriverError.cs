using Sim.Hardware.Ddi;

namespace Sim.Hardware.Loss;

/// <summary>
/// What the runtime does with a status that a driver tells through pfnSetErrorCb from one of the void functions of this
/// surface. The documents give them no category of errors; they are taken to allow lack of memory and a removed device.
/// </summary>
public static class DriverError
{
    /// <summary>Judges a status.</summary>
    /// <returns><see cref="DdiStatus.Ok"/> if the device lives on; else why it counts as removed. Also success is an
    /// error here: a driver that tells it is broken.</returns>
    public static DdiStatus RemovalReason(DdiStatus told) => told switch
    {
        DdiStatus.OutOfMemory => DdiStatus.Ok,
        DdiStatus.DeviceRemoved => DdiStatus.DxgiDeviceRemoved,
        _ => DdiStatus.DxgiDriverInternalError,
    };
}
