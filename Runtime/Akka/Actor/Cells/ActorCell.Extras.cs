using Akka.Dispatch;

namespace Akka.Actor;

/// <content>Stash and timers, for actors that ask for them.</content>
public partial class ActorCell
{
    private MailboxStash? _stash;
    private TimerScheduler? _timers;

    /// <summary>Tells deliveries apart, since one message object may be sent many times.</summary>
    internal long CurrentDelivery { get; private set; }

    /// <summary>Puts messages back before all that wait.</summary>
    internal void Prepend(ReadOnlySpan<Envelope> envelopes)
    {
        foreach (ref readonly var envelope in envelopes)
        {
            if (envelope.Message is Terminated terminated) AnnounceAgain(terminated);
        }

        Mailbox.Prepend(envelopes);
    }

    private MailboxStash NewStash() => _stash = new MailboxStash(this, StashCapacity());

    private int StashCapacity()
    {
        if (Props.Deploy.StashCapacity != Deploy.NoStashSize) return Props.Deploy.StashCapacity;
        return Props.TypeInfo.HasUnboundedStash ? Deploy.NoStashSize : _system.Mailboxes.StashCapacityOf(Props.Mailbox);
    }

    private TimerScheduler NewTimers() => _timers = new TimerScheduler(this);

    /// <summary>What an ended incarnation had put aside is handled by the next one, or becomes dead letters.</summary>
    private void CloseStash()
    {
        if (_stash is null) return;
        if (_state == CellState.Terminated) _stash.ReturnToDeadLetters();
        else _stash.UnstashAll();
        _stash = null;
    }

    private void CloseTimers()
    {
        _timers?.CancelAll();
        _timers = null;
    }
}
