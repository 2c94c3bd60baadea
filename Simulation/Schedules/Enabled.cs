using Sim.Control;

namespace Sim.Simulation.Schedules;

/// <summary>
/// What may happen next: the inboxes that have a delivery, in canonical order, then what is scheduled and may fire. Each
/// belongs to a process: an inbox to itself, an alarm to one of its own.
/// </summary>
/// <param name="world">The world, of which all inboxes that are ready may be stepped.</param>
/// <param name="inboxes">How many those are.</param>
/// <param name="alarms">The alarms.</param>
public readonly ref struct Enabled(IControlledWorld world, int inboxes, ReadOnlySpan<IAlarm> alarms)
{
    /// <summary>How many inboxes there are.</summary>
    public int InboxCount { get; } = inboxes;

    /// <summary>The inboxes: indices from 0.</summary>
    public ReadOnlySpan<IInbox> Inboxes => world.Ready;

    /// <summary>The alarms: indices behind the inboxes'.</summary>
    public ReadOnlySpan<IAlarm> Alarms { get; } = alarms;

    /// <summary>How many there are to choose from.</summary>
    public int Count => InboxCount + Alarms.Length;

    /// <summary>True when the index is an alarm's.</summary>
    public bool IsAlarm(int index) => index >= InboxCount;

    /// <summary>The inbox of an index.</summary>
    public IInbox InboxAt(int index) => world.ReadyAt(index);

    /// <summary>The alarm of an index.</summary>
    public IAlarm AlarmAt(int index) => Alarms[index - InboxCount];

    /// <summary>The process: an inbox's number, or the complement of an alarm's.</summary>
    public long ProcessAt(int index) => IsAlarm(index) ? ~AlarmAt(index).Id : InboxAt(index).Id;

    /// <summary>The step that sent or scheduled it; 0: none.</summary>
    public long CauseAt(int index) => IsAlarm(index) ? AlarmAt(index).Cause : InboxAt(index).NextCause;
}
