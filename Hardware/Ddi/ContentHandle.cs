using System.Globalization;

namespace Sim.Hardware.Ddi;

/// <summary>
/// A HANDLE of content protection: it names a channel, a crypto session, a decoder or a device inside the messages of
/// an authenticated channel. The driver mints it. It is not the handle of the object in the driver interface, and not a
/// secret.
/// </summary>
/// <param name="Value">The number; zero is no handle.</param>
public readonly record struct ContentHandle(ulong Value)
{
    /// <summary>Numbers 0 .. this can be minted for each kind of object.</summary>
    public const int MaxIndex = 0xFFFFFE;

    /// <summary>No handle.</summary>
    public static ContentHandle None => default;

    /// <summary>True for no handle.</summary>
    public bool IsNone => Value == 0;

    /// <summary>
    /// The driver's handle for one of its objects: the kind in the upper byte and the number behind it, so that handles
    /// of different kinds differ, fit 32 bits and are the same in every run.
    /// </summary>
    /// <param name="kind">What it names.</param>
    /// <param name="index">Number of the object among its kind, 0 .. <see cref="MaxIndex"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of range.</exception>
    public static ContentHandle Mint(ContentHandleKind kind, int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index, MaxIndex);
        return new(((ulong)kind << 24) | (uint)(index + 1));
    }

    /// <summary>The number in hexadecimal.</summary>
    public override string ToString() => Value.ToString("x", CultureInfo.InvariantCulture);
}
