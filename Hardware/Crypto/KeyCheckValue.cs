using System.Globalization;

namespace Sim.Hardware.Crypto;

/// <summary>
/// A fingerprint that tells which key an engine holds without telling the key: the first three bytes of the AES-128
/// encryption of 16 zero bytes.
/// </summary>
public readonly record struct KeyCheckValue
{
    private readonly uint _value;

    private KeyCheckValue(uint value) => _value = value;

    internal const int NumberMax = 0xFFFFFF;

    // As a number from 0 to NumberMax, to be kept where other numbers are.
    internal int Number => (int)_value;

    internal static KeyCheckValue OfNumber(int number) => new((uint)number);

    /// <summary>Computes the check value of a key from its schedule, at each call.</summary>
    public static KeyCheckValue Of(AesKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new(key.EncryptZeros() >> 8);
    }

    /// <summary>Reads six hexadecimal digits of either case.</summary>
    /// <exception cref="FormatException">The text is anything else.</exception>
    public static KeyCheckValue Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == 6
            && uint.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? new(value)
            : throw new FormatException($"A key check value is six hexadecimal digits, not '{text}'.");
    }

    /// <summary>Six lower-case hexadecimal digits.</summary>
    public override string ToString() => _value.ToString("x6", CultureInfo.InvariantCulture);
}
