namespace Sim.Control;

/// <summary>Work that is scheduled.</summary>
public interface IAlarm
{
    /// <summary>The number of the alarm in its world: from 0, without gaps, in the order of scheduling.</summary>
    long Id { get; }

    /// <summary>
    /// Its place among what the step <see cref="Cause"/> scheduled, from 0: with it the name of the alarm, whatever other steps scheduled.
    /// </summary>
    int Rank { get; }

    /// <summary>When it is due, on the world's clock.</summary>
    TimeSpan Due { get; }

    /// <summary>The time from one run to the next; zero for a single run.</summary>
    TimeSpan Interval { get; }

    /// <summary>True until it has run, the last time, or is cancelled.</summary>
    bool IsArmed { get; }

    /// <summary>Whom it sends to (an <c>ICanTell</c>), or the action that it runs.</summary>
    object Target { get; }

    /// <summary>The message that it sends, a timer's without its wrapping; null when it runs an action.</summary>
    object? Message { get; }

    /// <summary>The number of the step that scheduled it, or 0 when it was scheduled between steps.</summary>
    long Cause { get; }
}
