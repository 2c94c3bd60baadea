namespace Sim.Hardware.Channels;

/// <summary>A device's protection (D3D11_AUTHENTICATED_PROTECTION_FLAGS); all other bits must be zero.</summary>
[Flags]
public enum ProtectionFlags : uint
{
    /// <summary>No protection.</summary>
    None = 0,

    /// <summary>Protected surfaces are protected.</summary>
    ProtectionEnabled = 1,

    /// <summary>Content is shown in an overlay or full screen only; Direct3D 11 knows no overlay.</summary>
    OverlayOrFullscreenRequired = 2,

    /// <summary>All flags that there are.</summary>
    All = ProtectionEnabled | OverlayOrFullscreenRequired,
}
