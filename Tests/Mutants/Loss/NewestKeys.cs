using Sim.Hardware.Crypto;

namespace Sim.Tests.Mutants.Loss;

/// <summary>The key that each session of a device has in force.</summary>
internal sealed class NewestKeys
{
    private readonly Dictionary<int, SessionKey> _keys = [];

    public SessionKey Of(int session) => _keys[session];

    public void Set(int session, SessionKey key) => _keys[session] = key;
}
