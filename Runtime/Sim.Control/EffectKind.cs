namespace Sim.Control;

/// <summary>What a step did to something that is not its own.</summary>
public enum EffectKind
{
    /// <summary>It put an ordinary delivery behind all that wait in an inbox; that of an actor that has ended takes it to nobody.</summary>
    Sent,

    /// <summary>
    /// It put a delivery into an inbox that may be handled before others that wait there: a message of the runtime's own,
    /// or any to a queue of a configured type.
    /// </summary>
    Overtook,

    /// <summary>It made the inbox, and put the first delivery into it.</summary>
    Created,

    /// <summary>It sent to an actor that had ended, and somebody may tell: a message of the runtime's own, or a dead letter that is listened to.</summary>
    Dropped,

    /// <summary>The actor of the inbox, which is the step's own, ended.</summary>
    Ended,

    /// <summary>What waited in the inbox, which is the step's own, is lost, and dead letters are listened to.</summary>
    Lost,

    /// <summary>It used what belongs to the actor of an inbox, another than its own: its children by their names, its routees.</summary>
    Used,

    /// <summary>It cancelled an alarm of an earlier step, whether that was still armed or not.</summary>
    Cancelled,
}
