using System.Buffers.Binary;
using System.Globalization;

namespace Sim.Scenarios.Media;

/// <summary>The 16-byte name of a content key (KID, ISO/IEC 23001-7). It is not secret.</summary>
/// <param name="Value">The 16 bytes as a big-endian number.</param>
public readonly record struct KeyId(UInt128 Value)
{
    /// <summary>The length of a key id in bytes.</summary>
    public const int Size = 16;

    /// <summary>Reads a key id from 16 bytes, first byte first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 16 bytes.</exception>
    public static KeyId Read(ReadOnlySpan<byte> bytes) => new(BinaryPrimitives.ReadUInt128BigEndian(bytes));

    /// <summary>Writes the 16 bytes, first byte first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Room for fewer than 16 bytes.</exception>
    public void Write(Span<byte> bytes) => BinaryPrimitives.WriteUInt128BigEndian(bytes, Value);

    /// <summary>Reads 32 hex digits; dashes between them, as in a GUID, are allowed.</summary>
    /// <exception cref="FormatException">Not 32 hex digits.</exception>
    public static KeyId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException("A key id is 32 hex digits.");

    /// <summary>Reads 32 hex digits; dashes between them, as in a GUID, are allowed.</summary>
    /// <returns>Whether <paramref name="text"/> was a key id.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out KeyId id)
    {
        id = default;
        UInt128 value = 0;
        var digits = 0;
        foreach (var c in text)
        {
            if (c == '-' && digits is > 0 and < 2 * Size) continue;
            if (!char.IsAsciiHexDigit(c) || ++digits > 2 * Size) return false;
            value = (value << 4) | (uint)Convert.ToInt32(c.ToString(), 16);
        }

        id = new(value);
        return digits == 2 * Size;
    }

    /// <summary>The 32 lower-case hex digits.</summary>
    public override string ToString() => Value.ToString("x32", CultureInfo.InvariantCulture);
}
