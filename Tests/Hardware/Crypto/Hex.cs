namespace Sim.Tests.Hardware.Crypto;

internal static class Hex
{
    internal static byte[] Bytes(string digits) =>
        Convert.FromHexString(digits.Replace(" ", "", StringComparison.Ordinal));

    internal static string Text(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(bytes);
}
