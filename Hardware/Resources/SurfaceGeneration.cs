using System.Globalization;

namespace Sim.Hardware.Resources;

/// <summary>
/// Counts the times that protected content of a device was lost. A surface is stamped with the count when protected
/// content is written into it; a stamp that is not the device's count says that the content is gone. No count is zero:
/// that is the stamp of a surface that never held protected content.
/// </summary>
/// <param name="Value">The count.</param>
public readonly record struct SurfaceGeneration(uint Value)
{
    /// <summary>The first of a device.</summary>
    public static SurfaceGeneration First => new(1);

    /// <summary>The next one, after a loss. It skips zero.</summary>
    public SurfaceGeneration Next() => new(Value == uint.MaxValue ? 1 : Value + 1);

    /// <summary>The count in decimal.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
