using Sim.Hardware.Crypto;

namespace Sim.Tests.Actors.Surface.Fuzz;

/// <summary>The keys that applications bring. There are several, so that it shows when one is taken for another.</summary>
internal static class SampleKeys
{
    private static readonly byte[] PublicKey = MakePublicKey();

    /// <summary>Each wrapped for any device.</summary>
    public static IReadOnlyList<(byte[] Key, byte[] Wrapped)> All { get; } =
        [.. Enumerable.Range(0x21, 8).Select(fill => SurfaceClient.Bytes((byte)fill)).Select(key => (key, DeviceKeyPair.Wrap(PublicKey, key)))];

    /// <summary>The key behind a packet; null: none of these.</summary>
    public static byte[]? Unwrapped(ReadOnlyMemory<byte> packet)
    {
        foreach (var (key, wrapped) in All)
        {
            if (packet.Span.SequenceEqual(wrapped))
                return key;
        }

        return null;
    }

    private static byte[] MakePublicKey()
    {
        using var pair = DeviceKeyPair.CreateSimulated();
        return pair.PublicKey;
    }
}
