namespace Sim.Control;

/// <summary>
/// A world that tells what its steps did to others. Two steps of different inboxes and alarms can be exchanged when neither
/// caused the other and their effects do not meet; what nobody ever handles shows only here.
/// </summary>
public interface IEffectLog
{
    /// <summary>What the last step did, in order; valid until the next.</summary>
    ReadOnlySpan<Effect> Effects { get; }
}
