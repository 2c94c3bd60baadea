namespace Sim.Hardware.Crypto;

/// <summary>The 16 bytes that an AES block, a key, a nonce and a MAC all have here.</summary>
internal static class BlockSize
{
    internal const int Bytes = 16;

    internal static void Require(int length, string parameter)
    {
        if (length != Bytes)
            throw new ArgumentException($"Exactly 16 bytes are needed, not {length}.", parameter);
    }
}
