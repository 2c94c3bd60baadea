namespace Sim.Hardware.Resources;

/// <summary>
/// The flags of a resource that concern protection and sharing, as an application gives them
/// (D3D11_RESOURCE_MISC_FLAG). A driver sees other values: <see cref="DdiResourceMiscFlags"/>.
/// </summary>
[Flags]
public enum ResourceMiscFlags : uint
{
    /// <summary>An ordinary resource.</summary>
    None = 0,

    /// <summary>Shared between devices.</summary>
    Shared = 0x2,

    /// <summary>Shared, with a mutex.</summary>
    SharedKeyedMutex = 0x100,

    /// <summary>Shared through a handle of the system.</summary>
    SharedNtHandle = 0x800,

    /// <summary>May hold protected content.</summary>
    RestrictedContent = 0x1000,

    /// <summary>The system says who may open it.</summary>
    RestrictSharedResource = 0x2000,

    /// <summary>The driver says who may open it.</summary>
    RestrictSharedResourceDriver = 0x4000,

    /// <summary>Hardware protects it.</summary>
    HwProtected = 0x80000,

    /// <summary>Any way of sharing.</summary>
    AnyShared = Shared | SharedKeyedMutex | SharedNtHandle,

    /// <summary>Any way of protection.</summary>
    AnyProtected = RestrictedContent | HwProtected,

    /// <summary>Any restriction of who may open it.</summary>
    AnyRestricted = RestrictSharedResource | RestrictSharedResourceDriver,
}
