namespace Sim.Hardware.Ddi;

/// <summary>What the runtime does between driver and application: the flags up to 0x1000 are the same, those above are
/// not.</summary>
public static class ContentProtectionCapsTranslation
{
    private const uint Common = 0x1FFF;

    /// <summary>
    /// The application's view of a driver's flags. The transition flag concerns only the desktop's compositor and is
    /// not shown.
    /// </summary>
    public static ContentProtectionCaps ToApi(this DdiContentProtectionCaps caps)
    {
        var api = (ContentProtectionCaps)((uint)caps & Common);
        if (caps.HasFlag(DdiContentProtectionCaps.HardwareTeardown))
            api |= ContentProtectionCaps.HardwareTeardown;
        if (caps.HasFlag(DdiContentProtectionCaps.HardwareDrmCommunication))
            api |= ContentProtectionCaps.HardwareDrmCommunication;
        return api;
    }

    /// <summary>
    /// The driver's flags behind an application's view. The documents give no driver's flag for the multi-threaded
    /// exchange, so that one is dropped.
    /// </summary>
    public static DdiContentProtectionCaps ToDdi(this ContentProtectionCaps caps)
    {
        var ddi = (DdiContentProtectionCaps)((uint)caps & Common);
        if (caps.HasFlag(ContentProtectionCaps.HardwareTeardown))
            ddi |= DdiContentProtectionCaps.HardwareTeardown;
        if (caps.HasFlag(ContentProtectionCaps.HardwareDrmCommunication))
            ddi |= DdiContentProtectionCaps.HardwareDrmCommunication;
        return ddi;
    }
}
