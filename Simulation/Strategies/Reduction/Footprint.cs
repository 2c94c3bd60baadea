using Sim.Control;

namespace Sim.Simulation.Strategies.Reduction;

/// <summary>
/// What one step touched. Two steps that may both happen can be exchanged unless
/// <list type="bullet">
/// <item>both send to one inbox: the order of arrival differs;</item>
/// <item>one overtakes what the other, a step of that inbox, handles: a stop, a suspension, a restart;</item>
/// <item>one sends to an actor that the other ends, and somebody can tell what came of it;</item>
/// <item>one uses what belongs to the actor of the other, or both of a third;</item>
/// <item>one cancels the alarm that the other fires;</item>
/// <item>one of them ends the schedule, or time passes with it.</item>
/// </list>
/// That one caused the other, or that both are of one process, is not in it: such steps never may happen both.
/// </summary>
internal sealed class Footprint
{
    private Effect[] _effects = [];
    private int _count;
    private ulong _marks;

    /// <summary>Whose step it is, as <see cref="Schedules.Enabled.ProcessAt"/> has it.</summary>
    public long Process { get; private set; }

    /// <summary>The place in the schedule of the step that sent or scheduled what is handled; below 0: set-up, or unknown.</summary>
    public int Cause { get; private set; }

    /// <summary>True when an inbox handles what others can overtake.</summary>
    public bool IsOrdinary { get; private set; }

    /// <summary>True when nothing can be exchanged with it.</summary>
    public bool IsBarrier { get; private set; }

    /// <summary>True when the actor of the inbox ended.</summary>
    public bool IsEnd { get; private set; }

    /// <summary>True when somebody heard what messages were lost with that.</summary>
    public bool IsHeard { get; private set; }

    /// <summary>True when the schedule ended with it, whatever else could have happened.</summary>
    public bool IsLast { get; private set; }

    /// <summary>What it did to others.</summary>
    public ReadOnlySpan<Effect> Effects => _effects.AsSpan(0, _count);

    /// <summary>Begins to note a step.</summary>
    public void Begin(long process, int cause, bool isOrdinary)
    {
        (Process, Cause, IsOrdinary) = (process, cause, isOrdinary);
        IsBarrier = IsEnd = IsHeard = IsLast = false;
        _count = 0;
        _marks = MarkOf(process);
    }

    /// <summary>Notes what the step did.</summary>
    /// <param name="effects">The effects.</param>
    /// <param name="isLast">Whether the schedule ends here although more could happen.</param>
    /// <param name="passesTime">Whether time passes with it, for everybody.</param>
    public void Complete(ReadOnlySpan<Effect> effects, bool isLast, bool passesTime)
    {
        if (effects.Length > _effects.Length)
            _effects = new Effect[Math.Max(effects.Length, 4)];
        effects.CopyTo(_effects);
        _count = effects.Length;
        IsLast = isLast;
        IsBarrier = isLast || passesTime;
        foreach (var effect in effects)
        {
            IsEnd |= effect.Kind == EffectKind.Ended;
            IsHeard |= effect.Kind == EffectKind.Lost;
            _marks |= MarkOf(effect.Kind == EffectKind.Cancelled ? ~effect.Target : effect.Target);
        }
    }

    /// <summary>True when the two cannot be exchanged.</summary>
    public bool DependsOn(Footprint other)
    {
        if (IsBarrier || other.IsBarrier)
            return true;
        return (_marks & other._marks) != 0 && (Meets(other) || other.Meets(this));
    }

    // Most steps have nothing in common, and these bits say so at once.
    private static ulong MarkOf(long process) => 1UL << (int)(((ulong)process * 0x9E3779B97F4A7C15) >> 58);

    private bool Meets(Footprint other)
    {
        foreach (var effect in Effects)
        {
            var meets = effect.Kind switch
            {
                EffectKind.Sent => (other.IsHeard && other.Process == effect.Target) || other.Has(effect),
                EffectKind.Overtook => ((other.IsEnd || other.IsOrdinary) && other.Process == effect.Target) || other.Has(effect),
                EffectKind.Used => other.Process == effect.Target || other.Has(effect),
                EffectKind.Cancelled => other.Process == ~effect.Target,
                _ => false,
            };
            if (meets)
                return true;
        }

        return false;
    }

    private bool Has(in Effect effect)
    {
        foreach (var own in Effects)
        {
            if (own == effect)
                return true;
        }

        return false;
    }
}
