using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Sim.Hardware.Crypto;

/// <summary>AES-CMAC (RFC 4493; NIST SP 800-38B): the OMAC1 that authenticates the messages of a channel.</summary>
public static class AesCmac
{
    /// <summary>Computes the 16-byte MAC of a message of any length.</summary>
    /// <exception cref="ArgumentException">The destination has not exactly 16 bytes.</exception>
    public static void Compute(AesKey key, ReadOnlySpan<byte> message, Span<byte> mac16)
    {
        ArgumentNullException.ThrowIfNull(key);
        BlockSize.Require(mac16.Length, nameof(mac16));
        Span<byte> state = stackalloc byte[BlockSize.Bytes];
        Span<byte> subkey = stackalloc byte[BlockSize.Bytes];
        state.Clear();
        subkey.Clear();

        for (; message.Length > BlockSize.Bytes; message = message[BlockSize.Bytes..])
        {
            Xor(state, message[..BlockSize.Bytes]);
            key.EncryptBlock(state, state);
        }
        Xor(state, message);

        key.EncryptBlock(subkey, subkey);
        Double(subkey);
        if (message.Length < BlockSize.Bytes)
        {
            state[message.Length] ^= 0x80;
            Double(subkey);
        }
        Xor(state, subkey);
        key.EncryptBlock(state, mac16);
        CryptographicOperations.ZeroMemory(state);
        CryptographicOperations.ZeroMemory(subkey);
    }

    private static void Xor(Span<byte> state, ReadOnlySpan<byte> block)
    {
        for (var i = 0; i < block.Length; i++)
            state[i] ^= block[i];
    }

    private static void Double(Span<byte> block)
    {
        var value = BinaryPrimitives.ReadUInt128BigEndian(block);
        var carry = (byte)(value >> 127);
        // RFC 4493, section 2.3: the carry comes back as 0x87. Multiplying keeps the time independent of the key.
        BinaryPrimitives.WriteUInt128BigEndian(block, (value << 1) ^ (UInt128)(carry * 0x87));
    }
}
