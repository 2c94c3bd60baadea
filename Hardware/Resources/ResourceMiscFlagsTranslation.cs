namespace Sim.Hardware.Resources;

/// <summary>What the runtime does between application and driver: no flag has the same value in both.</summary>
public static class ResourceMiscFlagsTranslation
{
    /// <summary>The driver's flags behind an application's; sharing is not the driver's business.</summary>
    public static DdiResourceMiscFlags ToDdi(this ResourceMiscFlags flags)
    {
        var ddi = DdiResourceMiscFlags.None;
        if (flags.HasFlag(ResourceMiscFlags.RestrictedContent))
            ddi |= DdiResourceMiscFlags.RestrictedContent;
        if (flags.HasFlag(ResourceMiscFlags.RestrictSharedResourceDriver))
            ddi |= DdiResourceMiscFlags.RestrictSharedResourceDriver;
        if (flags.HasFlag(ResourceMiscFlags.HwProtected))
            ddi |= DdiResourceMiscFlags.HwProtected;
        return ddi;
    }
}
