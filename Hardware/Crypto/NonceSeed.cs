namespace Sim.Hardware.Crypto;

/// <summary>
/// Where the nonces of a device's sessions come from. What the first sessions draw under is derived once, however many devices
/// follow each other under one seed. Safe to use from several threads.
/// </summary>
/// <param name="seed">Seed of the run.</param>
public sealed class NonceSeed(ulong seed)
{
    private const int Kept = 16;

    private readonly AesKey?[] _keys = new AesKey?[Kept];

    /// <summary>The nonces of a session, from the first one.</summary>
    /// <param name="session">Its number on the device, from 0.</param>
    public NonceSource Of(int session) => new(session < Kept ? _keys[session] ??= NonceSource.KeyOf(seed, session) : NonceSource.KeyOf(seed, session));
}
