namespace Sim.Hardware.Fences;

/// <summary>The producer's end of a fence: it counts, and says when somebody is to be told.</summary>
public interface IProgressCounter
{
    /// <summary>Steps so far.</summary>
    ulong Value { get; }

    /// <summary>One step more.</summary>
    /// <returns>True when somebody is to be told of it; they are not told of further steps until they ask anew.</returns>
    bool Advance();

    /// <summary>Somebody is to be told when the counter is at a value; of several values that are asked for the lowest counts.</summary>
    /// <returns>True when it is there already, or beyond: they are to be told now.</returns>
    bool TellAt(ulong value);
}
