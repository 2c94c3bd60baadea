namespace Sim.Hardware.Keystream;

/// <summary>How the IVs of one key follow each other.</summary>
public enum IvMode
{
    /// <summary>Each buffer has a larger IV than the one before.</summary>
    Increasing,

    /// <summary>
    /// SEQUENTIAL_CTR_IV: the buffers of a frame share one IV, and each begins with the block count at which the one
    /// before stopped; each frame has a larger IV than the one before.
    /// </summary>
    Sequential,
}
