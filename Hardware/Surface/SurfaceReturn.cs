namespace Sim.Hardware.Surface;

/// <summary>What a function answers.</summary>
public enum SurfaceReturn
{
    /// <summary>Nothing.</summary>
    Void,

    /// <summary>A status.</summary>
    HResult,

    /// <summary>A size in bytes.</summary>
    Size,

    /// <summary>The function is not to be had in this layer; another one does its work.</summary>
    None,
}
