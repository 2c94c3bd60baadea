using System.Buffers.Binary;
using Sim.Hardware.Crypto;

namespace Sim.Hardware.Channels;

/// <summary>
/// The 16 bytes that authenticate a message of a channel (D3D11_OMAC): OMAC1, that is AES-CMAC, under the channel's
/// key, over everything behind this member up to the message's size, padding as it was sent.
/// </summary>
public readonly record struct Omac
{
    /// <summary>Size in bytes.</summary>
    public const int Size = 16;

    private readonly UInt128 _bytes;

    private Omac(UInt128 bytes) => _bytes = bytes;

    /// <summary>Computes it for a whole message, whose first 16 bytes are the member's place and do not
    /// count.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message is shorter than the member.</exception>
    public static Omac Of(AesKey key, ReadOnlySpan<byte> message)
    {
        Span<byte> mac = stackalloc byte[Size];
        AesCmac.Compute(key, message[Size..], mac);
        return Read(mac);
    }

    /// <summary>Reads the member from the beginning of a message.</summary>
    public static Omac Read(ReadOnlySpan<byte> message) => new(BinaryPrimitives.ReadUInt128BigEndian(message));

    /// <summary>Writes the member at the beginning of a message.</summary>
    public void Write(Span<byte> message) => BinaryPrimitives.WriteUInt128BigEndian(message, _bytes);
}
