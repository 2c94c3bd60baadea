namespace Sim.Hardware.Choices;

/// <summary>7.42: a session is destroyed while work is in flight.</summary>
public enum DestroyInFlight
{
    /// <summary>Its key is wiped when the last work that latched it has ended.</summary>
    DeferWipe,

    /// <summary>Its key is wiped at once; the work's result is garbage.</summary>
    WipeAtOnce,
}

/// <summary>7.44: an engine reset struck a device that has sessions.</summary>
public enum ResetOfOwnDevice
{
    /// <summary>All objects of the device are dead, and their keys wiped.</summary>
    DeviceDies,

    /// <summary>Only the aborted work is lost, as after another device's engine reset.</summary>
    WorkDies,
}

/// <summary>7.45: the destination of work that a reset aborted.</summary>
public enum AbortedDestination
{
    /// <summary>It is filled with a poison pattern.</summary>
    Poison,

    /// <summary>It is filled with zeros.</summary>
    Zeros,

    /// <summary>It is left as the engine left it.</summary>
    LeaveAsIs,
}

/// <summary>7.46: what calls answer after the device was removed.</summary>
public enum RemovedStatus
{
    /// <summary>DXGI_ERROR_DEVICE_REMOVED.</summary>
    DxgiDeviceRemoved,

    /// <summary>D3DDDIERR_DEVICEREMOVED, the driver interface's own code.</summary>
    DdiDeviceRemoved,
}

/// <summary>7.47: whether a session comes back after a teardown.</summary>
public enum TeardownRecovery
{
    /// <summary>Never; it must be created anew.</summary>
    Never,

    /// <summary>A new negotiation makes it work again.</summary>
    ByNegotiation,
}

/// <summary>7.48: the key of a session without hardware protection across suspend and resume.</summary>
public enum SoftwareKeysAcrossSuspend
{
    /// <summary>It stays.</summary>
    Keep,

    /// <summary>It is lost.</summary>
    Lose,
}
