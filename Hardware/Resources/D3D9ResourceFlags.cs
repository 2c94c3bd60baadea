namespace Sim.Hardware.Resources;

/// <summary>The flags of a resource that concern protection, as a driver sees them in Direct3D 9
/// (D3DDDI_RESOURCEFLAGS).</summary>
[Flags]
public enum D3D9ResourceFlags : uint
{
    /// <summary>An ordinary resource.</summary>
    None = 0,

    /// <summary>May hold protected content.</summary>
    RestrictedContent = 0x40000000,

    /// <summary>Who may open it is restricted.</summary>
    RestrictSharedAccess = 0x80000000,
}
