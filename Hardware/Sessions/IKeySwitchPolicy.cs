namespace Sim.Hardware.Sessions;

/// <summary>
/// Decides when accepted jobs go on to the engines and when a key switch opens. Jobs come with their epoch's key latched;
/// a policy only orders and holds. It is told of every accepted job, of every accepted key switch, in stream order, and
/// of the ending of every job that it let go on.
/// </summary>
public interface IKeySwitchPolicy
{
    /// <summary>The first key was negotiated; no barrier goes with it.</summary>
    void Began(ICollection<KeySwitchDecision> decisions)
    {
    }

    /// <summary>A job was accepted.</summary>
    void Accepted(LatchedJob job, ICollection<KeySwitchDecision> decisions);

    /// <summary>A job was accepted. The decision for most jobs is told, and not written down.</summary>
    /// <param name="job">The job.</param>
    /// <param name="decisions">Receives any other decision, as <see cref="Accepted(LatchedJob, ICollection{KeySwitchDecision})"/> makes it.</param>
    /// <param name="slot">Holds the job's key; -1 without slots.</param>
    /// <returns>True when the job goes on at once and nothing else was decided.</returns>
    bool LetsGoOn(LatchedJob job, ICollection<KeySwitchDecision> decisions, out int slot)
    {
        Accepted(job, decisions);
        slot = -1;
        return false;
    }

    /// <summary>A refresh or a renegotiation was accepted.</summary>
    void Accepted(KeySwitch keySwitch, ICollection<KeySwitchDecision> decisions);

    /// <summary>A job that went on has ended.</summary>
    void Ended(LatchedJob job, ICollection<KeySwitchDecision> decisions);

    /// <summary>The device granted a slot.</summary>
    /// <exception cref="InvalidOperationException">The policy asks for none.</exception>
    void Granted(int epoch, int slot, ICollection<KeySwitchDecision> decisions) =>
        throw new InvalidOperationException("This policy asks for no key slot.");

    /// <summary>Another session waits for the slot of this epoch.</summary>
    /// <exception cref="InvalidOperationException">The policy holds none.</exception>
    void Wanted(int epoch, ICollection<KeySwitchDecision> decisions) =>
        throw new InvalidOperationException("This policy holds no key slot.");

    /// <summary>An engine met the marker of this epoch.</summary>
    /// <exception cref="InvalidOperationException">The policy sends none.</exception>
    void MarkerMet(int epoch, int engine, ICollection<KeySwitchDecision> decisions) =>
        throw new InvalidOperationException("This policy sends no markers.");

    /// <summary>An engine stopped for good. What it had of this session has been ended.</summary>
    void Lost(int engine, ICollection<KeySwitchDecision> decisions)
    {
    }

    /// <summary>The session is over (closed or its key lost): everything held is given up, in order.</summary>
    void Abandon(ICollection<KeySwitchDecision> decisions);
}
