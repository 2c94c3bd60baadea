using Sim.Hardware.Crypto;

namespace Sim.Hardware.ReadBack;

/// <summary>What a session knows of reading protected surfaces back.</summary>
public sealed record ReadBackState
{
    /// <summary>The read-back key in force; null: none, or the session key serves. Whoever holds the state wipes it
    /// when no blit uses it any more.</summary>
    public AesKey? Key { get; init; }

    /// <summary>The last IV that the driver chose under the key; null: none yet.</summary>
    public ulong? LastIv { get; init; }
}
