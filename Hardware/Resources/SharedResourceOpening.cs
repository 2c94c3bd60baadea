using Sim.Hardware.Channels;
using Sim.Hardware.Ddi;

namespace Sim.Hardware.Resources;

/// <summary>Who may open a shared resource.</summary>
public static class SharedResourceOpening
{
    /// <summary>Judges a process that wants to open a resource.</summary>
    /// <param name="desc">The resource.</param>
    /// <param name="creator">The process that made it; that one may always.</param>
    /// <param name="opener">The process.</param>
    /// <param name="openerIsDwm">The process is the desktop's compositor.</param>
    /// <param name="device">The device whose channels let processes in.</param>
    /// <returns>E_INVALIDARG for a resource that is not shared, DXGI_ERROR_ACCESS_DENIED for a process that was not let
    /// in.</returns>
    public static DdiStatus Check(
        in ResourceDesc desc,
        ContentHandle creator,
        ContentHandle opener,
        bool openerIsDwm,
        ProtectedDevice device)
    {
        ArgumentNullException.ThrowIfNull(device);
        if ((desc.Misc & ResourceMiscFlags.AnyShared) == 0)
            return DdiStatus.InvalidArg;
        if ((desc.Misc & ResourceMiscFlags.AnyRestricted) == 0 || opener == creator)
            return DdiStatus.Ok;
        foreach (var grant in device.Grants)
        {
            if (grant.ProcessType == ProcessType.Dwm ? openerIsDwm : grant.ProcessHandle == opener)
                return DdiStatus.Ok;
        }

        return DdiStatus.DxgiAccessDenied;
    }
}
