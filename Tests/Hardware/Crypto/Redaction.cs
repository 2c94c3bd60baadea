using Xunit;

namespace Sim.Tests.Hardware.Crypto;

internal static class Redaction
{
    /// <summary>Fails if the text of a thing shows two bytes of a key in a row, as hexadecimal or decimal.</summary>
    internal static void AssertHidden(ReadOnlySpan<byte> key, object thing)
    {
        var text = thing.ToString();
        Assert.NotNull(text);
        for (var i = 0; i + 2 <= key.Length; i++)
        {
            Assert.DoesNotContain(Hex.Text(key.Slice(i, 2)), text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain($"{key[i]}, {key[i + 1]}", text, StringComparison.Ordinal);
        }
    }
}
