namespace Sim.Hardware.Fences;

/// <summary>
/// Counts, and tells if it was asked. While nobody wants to be told, a step is an addition and a comparison. Native fences of WDDM
/// interrupt in the same way: only if someone waits.
/// </summary>
public sealed class ProgressCounter : IProgressCounter
{
    private ulong _tellAt = ulong.MaxValue;

    /// <inheritdoc/>
    public ulong Value { get; private set; }

    /// <inheritdoc/>
    public bool Advance()
    {
        if (++Value < _tellAt)
            return false;
        _tellAt = ulong.MaxValue;
        return true;
    }

    /// <inheritdoc/>
    public bool TellAt(ulong value)
    {
        if (value <= Value)
            return true;
        _tellAt = Math.Min(_tellAt, value);
        return false;
    }
}
