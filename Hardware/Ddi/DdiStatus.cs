namespace Sim.Hardware.Ddi;

/// <summary>Status codes of the surface, with the values of the Windows SDK's winerror.h.</summary>
public enum DdiStatus : uint
{
    /// <summary>S_OK.</summary>
    Ok = 0x00000000,

    /// <summary>E_INVALIDARG.</summary>
    InvalidArg = 0x80070057,

    /// <summary>E_OUTOFMEMORY.</summary>
    OutOfMemory = 0x8007000E,
}
