using Sim.Actors.Surface;
using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;

namespace Sim.Tests.Actors.Surface.Fuzz;

/// <summary>What an application knows of a crypto session.</summary>
/// <param name="handle">Whom it calls.</param>
/// <param name="losses">How often keys were lost on its device when it was asked for.</param>
internal sealed class ModelSession(DriverHandle handle, int losses)
{
    public DriverHandle Handle { get; } = handle;

    public int Losses { get; } = losses;

    /// <summary>Its name in a channel's messages.</summary>
    public ContentHandle ContentHandle { get; } = SampleHandles.Of(handle, ContentHandleKind.CryptoSession);

    public bool HasKey { get; private set; }

    /// <summary>The key in force; null where <see cref="HasKey"/> is true: it cannot be known.</summary>
    public byte[]? Key { get; private set; }

    public byte[]? ReadBackKey { get; set; }

    public bool IsPending { get; private set; }

    /// <summary>The highest IV that may have been used under the key in force.</summary>
    public ulong? HighestIv { get; private set; }

    /// <summary>The highest IV that was handed out to calls, answered or not.</summary>
    public ulong IssuedIv { get; set; }

    private byte[]? Nonce { get; set; }

    public void Begin(byte[]? key) =>
        (HasKey, Key, IsPending, Nonce, HighestIv) = (true, key, false, null, null);

    /// <param name="nonce">Null: it cannot be known.</param>
    public void Start(byte[]? nonce) => (IsPending, Nonce) = (true, nonce);

    public void Finish() =>
        Begin(Key is { } key && Nonce is { } nonce ? [.. key.Zip(nonce, (one, other) => (byte)(one ^ other))] : null);

    public void Use(ulong iv) => HighestIv = Math.Max(iv, HighestIv ?? 0);

    /// <summary>Whether an IV is one that the session key can take for certain.</summary>
    public bool IsFresh(AesCtrIv iv) => iv.Count == 0 && (HighestIv is not { } highest || iv.Iv > highest);
}
