namespace Sim.Hardware.Ddi;

/// <summary>
/// Status codes of the surface, with the values of the Windows SDK's winerror.h and d3d9.h. The codes of Direct3D 9 and
/// of its driver interface have one number each (facility 0x876); the codes of DXGI begin with <c>Dxgi</c>.
/// </summary>
public enum DdiStatus : uint
{
    /// <summary>S_OK.</summary>
    Ok = 0x00000000,

    /// <summary>E_PENDING: the hardware is busy, DecoderBeginFrame may be tried again.</summary>
    Pending = 0x8000000A,

    /// <summary>E_FAIL: a channel does not know the command or the query.</summary>
    Fail = 0x80004005,

    /// <summary>DRM_E_TEE_INVALID_HWDRM_STATE: what a DRM component reports after sleep or a change of
    /// adapter.</summary>
    TeeInvalidHwDrmState = 0x8004CD12,

    /// <summary>E_OUTOFMEMORY.</summary>
    OutOfMemory = 0x8007000E,

    /// <summary>E_INVALIDARG.</summary>
    InvalidArg = 0x80070057,

    /// <summary>D3DERR_WASSTILLDRAWING, D3DDDIERR_WASSTILLDRAWING: the hardware is busy, try again.</summary>
    WasStillDrawing = 0x8876021C,

    /// <summary>D3DERR_DEVICELOST: another device caused the adapter's reset.</summary>
    DeviceLost = 0x88760868,

    /// <summary>D3DDDIERR_NOTAVAILABLE: an optional function or type is not supported.</summary>
    NotAvailable = 0x8876086A,

    /// <summary>D3DERR_INVALIDCALL, D3DDDIERR_INVALIDCALL.</summary>
    InvalidCall = 0x8876086C,

    /// <summary>D3DDDIERR_DEVICEREMOVED.</summary>
    DeviceRemoved = 0x88760870,

    /// <summary>D3DERR_DEVICEHUNG: this device caused the adapter's reset.</summary>
    DeviceHung = 0x88760874,

    /// <summary>D3DERR_CANNOTPROTECTCONTENT.</summary>
    CannotProtectContent = 0x8876087D,

    /// <summary>D3DERR_UNSUPPORTEDCRYPTO, D3DDDIERR_UNSUPPORTEDCRYPTO.</summary>
    UnsupportedCrypto = 0x8876087E,

    /// <summary>D3DDDIERR_OUTOFHWPROTECTEDMEMORY.</summary>
    OutOfHwProtectedMemory = 0x88760887,

    /// <summary>DXGI_ERROR_INVALID_CALL.</summary>
    DxgiInvalidCall = 0x887A0001,

    /// <summary>DXGI_ERROR_DEVICE_REMOVED.</summary>
    DxgiDeviceRemoved = 0x887A0005,

    /// <summary>DXGI_ERROR_DEVICE_HUNG: the caller's own commands stopped the GPU.</summary>
    DxgiDeviceHung = 0x887A0006,

    /// <summary>DXGI_ERROR_DEVICE_RESET: another application's commands stopped the GPU.</summary>
    DxgiDeviceReset = 0x887A0007,

    /// <summary>DXGI_ERROR_WAS_STILL_DRAWING: a Map that must not wait would have to.</summary>
    DxgiWasStillDrawing = 0x887A000A,

    /// <summary>DXGI_ERROR_DRIVER_INTERNAL_ERROR.</summary>
    DxgiDriverInternalError = 0x887A0020,

    /// <summary>DXGI_ERROR_CANNOT_PROTECT_CONTENT.</summary>
    DxgiCannotProtectContent = 0x887A002A,

    /// <summary>DXGI_ERROR_ACCESS_DENIED: no right to open a shared resource.</summary>
    DxgiAccessDenied = 0x887A002B,

    /// <summary>DXGI_ERROR_HW_PROTECTION_OUTOFMEMORY.</summary>
    DxgiHwProtectionOutOfMemory = 0x887A0030,

    /// <summary>DXGI_DDI_ERR_WASSTILLDRAWING, told through pfnSetErrorCb.</summary>
    DxgiDdiWasStillDrawing = 0x887B0001,

    /// <summary>DXGI_DDI_ERR_UNSUPPORTED, told through pfnSetErrorCb.</summary>
    DxgiDdiUnsupported = 0x887B0002,

    /// <summary>DXGI_DDI_ERR_NONEXCLUSIVE, told through pfnSetErrorCb.</summary>
    DxgiDdiNonExclusive = 0x887B0003,
}
