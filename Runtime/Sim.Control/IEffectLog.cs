namespace Sim.Control;

/// <summary>
/// A world that tells what its steps did to others. Two steps of different inboxes and alarms can be exchanged when neither
/// caused the other and their effects do not meet; what nobody ever handles shows only here.
/// </summary>
public interface IEffectLog
{
    /// <summary>True while it tells; at first it does not, since most drivers do not ask.</summary>
    bool IsTelling { get; set; }

    /// <summary>What the last step did, in order; valid until the next. Nothing where the world was not to tell before it.</summary>
    ReadOnlySpan<Effect> Effects { get; }
}
