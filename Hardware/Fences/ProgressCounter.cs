namespace Sim.Hardware.Fences;

/// <summary>
/// The producer's end of a fence: it counts, and says when somebody is to be told. While nobody wants to be told, a step is an
/// addition and a comparison. Native fences of WDDM interrupt in the same way: only if someone waits.
/// </summary>
public sealed class ProgressCounter
{
    private ulong _tellAt = ulong.MaxValue;

    /// <summary>Steps so far.</summary>
    public ulong Value { get; private set; }

    /// <summary>One step more.</summary>
    /// <returns>True when somebody is to be told of it; they are not told of further steps until they ask anew.</returns>
    public bool Advance()
    {
        if (++Value < _tellAt)
            return false;
        _tellAt = ulong.MaxValue;
        return true;
    }

    /// <summary>Somebody is to be told when the counter is at a value; of several values that are asked for the lowest counts.</summary>
    /// <returns>True when it is there already, or beyond: they are to be told now.</returns>
    public bool TellAt(ulong value)
    {
        if (value <= Value)
            return true;
        _tellAt = Math.Min(_tellAt, value);
        return false;
    }
}
