using Akka.Actor;
using Akka.Event;
using Sim.Control;

namespace Akka.Control;

/// <content>What the last step did to others.</content>
internal sealed partial class ControlledWorld : IEffectLog
{
    private Effect[] _effects = new Effect[4];
    private int _effectCount;

    public bool IsTelling { get; set; }

    public ReadOnlySpan<Effect> Effects => _effects.AsSpan(0, _effectCount);

    private bool HearsDeadLetters => _system.EventStream.Reaches(typeof(DeadLetter));

    /// <summary>Notes that the actor of an inbox ends.</summary>
    public void NoteEnd(ControlledInbox inbox)
    {
        Note(EffectKind.Ended, inbox.Id);
        if (HearsDeadLetters) Note(EffectKind.Lost, inbox.Id);
    }

    /// <summary>Notes that a step uses what belongs to another actor.</summary>
    public void NoteUse(ActorCell cell) => Note(EffectKind.Used, ((ControlledInbox)cell.Mailbox).Id);

    private void Note(EffectKind kind, long target)
    {
        if (!IsTelling || !IsRunning) return;
        if (_effectCount == _effects.Length) Array.Resize(ref _effects, _effectCount * 2);
        _effects[_effectCount++] = new Effect(kind, target);
    }
}
