using Sim.Hardware.Crypto;
using Sim.Hardware.Keystream;

namespace Sim.Hardware.ContentKeys;

/// <summary>
/// Which content keys one engine holds unwrapped, so that a key that comes again is not unwrapped again. It remembers
/// what is in each register of the engine and holds no key itself. Wrapped bytes are the same key only under the same
/// session key: after a refresh or a new negotiation the same bytes are another key, and never found.
/// </summary>
/// <param name="registers">Registers of the engine, at least 1.</param>
public sealed class ContentKeyCache(int registers)
{
    private readonly EffectiveKey?[] _held = registers >= 1
        ? new EffectiveKey?[registers]
        : throw new ArgumentOutOfRangeException(nameof(registers), registers, "An engine has at least one register.");

    // When each register was loaded; 0: it is free, and so the first to be taken.
    private readonly ulong[] _loadedAt = new ulong[registers];
    private ulong _loads;

    /// <summary>Registers that hold a key.</summary>
    public int Count { get; private set; }

    /// <summary>
    /// Finds the register of a content key. If no register holds it, a free one is to be loaded with it, or else the
    /// one that was loaded longest ago.
    /// </summary>
    /// <param name="epoch">Epoch of the session key that wraps it.</param>
    /// <param name="contentKey">The wrapped key.</param>
    /// <param name="register">Receives the register.</param>
    /// <returns>False if the register must be loaded: the key is to be unwrapped into it, over what it held.</returns>
    public bool TryFind(int epoch, WrappedContentKey contentKey, out int register)
    {
        var key = new EffectiveKey(epoch, contentKey);
        register = Array.IndexOf(_held, key);
        if (register >= 0)
            return true;
        register = 0;
        for (var i = 1; i < _held.Length; i++)
        {
            if (_loadedAt[i] < _loadedAt[register])
                register = i;
        }

        if (_held[register] is null)
            Count++;
        _held[register] = key;
        _loadedAt[register] = ++_loads;
        return false;
    }

    /// <summary>An epoch is over, or its key is lost: its content keys are forgotten.</summary>
    /// <param name="epoch">The epoch.</param>
    /// <param name="toZero">Receives the registers to wipe.</param>
    public void End(int epoch, ICollection<int> toZero)
    {
        ArgumentNullException.ThrowIfNull(toZero);
        for (var i = 0; i < _held.Length; i++)
        {
            if (_held[i]?.Epoch != epoch)
                continue;
            _held[i] = null;
            _loadedAt[i] = 0;
            Count--;
            toZero.Add(i);
        }
    }
}
