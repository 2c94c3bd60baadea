namespace Sim.Hardware.Sessions;

/// <summary>
/// Decides when accepted jobs go on to the engines and when a key switch opens. Jobs come with their epoch's key latched;
/// a policy only orders and holds. It is told of every accepted job, of every accepted key switch, in stream order, and
/// of the ending of every job that it let go on.
/// </summary>
public interface IKeySwitchPolicy
{
    /// <summary>A job was accepted.</summary>
    void Accepted(LatchedJob job, ICollection<KeySwitchDecision> decisions);

    /// <summary>A refresh or a renegotiation was accepted.</summary>
    void Accepted(KeySwitch keySwitch, ICollection<KeySwitchDecision> decisions);

    /// <summary>A job that went on has ended.</summary>
    void Ended(LatchedJob job, ICollection<KeySwitchDecision> decisions);

    /// <summary>The device granted a slot.</summary>
    void Granted(int epoch, int slot, ICollection<KeySwitchDecision> decisions);

    /// <summary>Another session waits for the slot of this epoch.</summary>
    void Wanted(int epoch, ICollection<KeySwitchDecision> decisions);

    /// <summary>The session is over (closed or its key lost): everything held is given up, in order.</summary>
    void Abandon(ICollection<KeySwitchDecision> decisions);
}
