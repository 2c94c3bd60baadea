namespace Sim.Scenarios.Model;

/// <summary>Units of size for scenarios in C#: <c>16 * ByteSize.KiB</c>.</summary>
public static class ByteSize
{
    /// <summary>1,024 bytes.</summary>
    public const int KiB = 1 << 10;

    /// <summary>1,048,576 bytes.</summary>
    public const int MiB = 1 << 20;
}
