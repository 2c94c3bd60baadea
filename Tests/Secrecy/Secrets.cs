using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Xunit;

namespace Sim.Tests.Secrecy;

/// <summary>
/// Bytes that must not appear in any text: as hexadecimal in either case, base64, or decimal numbers, four bytes in a row or
/// more. Fewer could be there by chance.
/// </summary>
internal sealed class Secrets
{
    private const int Window = 4;

    private readonly List<(string Name, string Form)> _forms = [];

    public Secrets Add(string name, ReadOnlySpan<byte> bytes)
    {
        for (var at = 0; at + Window <= bytes.Length; at++)
        {
            var part = bytes.Slice(at, Window).ToArray();
            foreach (var separator in new[] { "", "-", " ", ":", ", ", ",", ", 0x", ",0x" })
                _forms.Add((name, string.Join(separator, part.Select(value => value.ToString("x2", CultureInfo.InvariantCulture)))));
            foreach (var separator in new[] { "-", " ", ", ", ",", "\n", "\r\n" })
                _forms.Add((name, string.Join(separator, part)));
        }

        AddBase64(name, bytes);
        if (bytes.Length >= 16)
        {
            _forms.Add((name, BinaryPrimitives.ReadUInt128BigEndian(bytes).ToString(CultureInfo.InvariantCulture)));
            _forms.Add((name, BinaryPrimitives.ReadUInt128LittleEndian(bytes).ToString(CultureInfo.InvariantCulture)));
        }

        for (var at = 0; at + sizeof(ulong) <= bytes.Length; at += sizeof(ulong))
        {
            _forms.Add((name, BinaryPrimitives.ReadUInt64BigEndian(bytes[at..]).ToString(CultureInfo.InvariantCulture)));
            _forms.Add((name, BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]).ToString(CultureInfo.InvariantCulture)));
        }

        return this;
    }

    public void AssertAbsent(string text, string where)
    {
        foreach (var (name, form) in _forms)
            Assert.False(text.Contains(form, StringComparison.OrdinalIgnoreCase), $"{where} shows {name}: {form}");
    }

    // Whole groups of three bytes, wherever they begin in what is encoded; and both alphabets.
    private void AddBase64(string name, ReadOnlySpan<byte> bytes)
    {
        for (var at = 0; at + 6 <= bytes.Length; at++)
        {
            var form = Convert.ToBase64String(bytes.Slice(at, 6));
            _forms.Add((name, form));
            _forms.Add((name, form.Replace('+', '-').Replace('/', '_')));
        }
    }
}
