using Sim.Hardware.Choices;
using Sim.Hardware.Ddi;

namespace Sim.Hardware.Loss;

/// <summary>What a reset does to one Direct3D device.</summary>
/// <param name="DeviceIsDead">The device and all its objects are dead, and their keys are to be wiped.</param>
/// <param name="WorkIsAborted">Work of the device that was running is aborted; what waited is handed in again.</param>
/// <param name="Reason">What GetDeviceRemovedReason answers.</param>
public readonly record struct DeviceReset(bool DeviceIsDead, bool WorkIsAborted, DdiStatus Reason)
{
    /// <summary>Judges a reset.</summary>
    /// <param name="kind">What was reset.</param>
    /// <param name="ownWork">The work that did not go on was this device's.</param>
    /// <param name="choices">Whether a device survives the reset of an engine under its own work.</param>
    public static DeviceReset Of(ResetKind kind, bool ownWork, DdiChoices choices)
    {
        ArgumentNullException.ThrowIfNull(choices);
        return (kind, ownWork) switch
        {
            (ResetKind.Engine, true) when choices.ResetOfOwnDevice == ResetOfOwnDevice.WorkDies =>
                new(DeviceIsDead: false, WorkIsAborted: true, DdiStatus.Ok),
            (_, true) => new(DeviceIsDead: true, WorkIsAborted: true, DdiStatus.DxgiDeviceHung),
            (ResetKind.Adapter, false) => new(DeviceIsDead: true, WorkIsAborted: true, DdiStatus.DxgiDeviceReset),
            _ => new(DeviceIsDead: false, WorkIsAborted: false, DdiStatus.Ok),
        };
    }
}
