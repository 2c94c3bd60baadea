using Sim.Control;

namespace Sim.Tests.Simulation.Reduction;

/// <summary>A step of a schedule, with all that it touched.</summary>
/// <param name="Process">An inbox, or the complement of an alarm.</param>
/// <param name="Cause">The place of the step that sent or scheduled it; below 0: none.</param>
/// <param name="Rank">Of an alarm: its place among what that step scheduled.</param>
/// <param name="IsOrdinary">Whether it handles what a message of the runtime's own would have overtaken.</param>
/// <param name="PassesTime">Whether it is a barrier because time passes.</param>
internal sealed record TracedStep(long Process, int Cause, int Rank, bool IsOrdinary, bool PassesTime)
{
    public Effect[] Effects { get; set; } = [];

    /// <summary>Whether it ended the schedule before its end.</summary>
    public bool IsLast { get; set; }

    /// <summary>True when the other, which comes later, cannot be exchanged with it.</summary>
    /// <param name="later">The other.</param>
    /// <param name="place">The place of this one.</param>
    public bool IsBefore(TracedStep later, int place) =>
        later.Process == Process
        || later.Cause == place
        || PassesTime || later.PassesTime || later.IsLast
        || Loses(later)
        || later.Overtakes(this)
        || later.Did(EffectKind.Cancelled, ~Process)
        || Uses(later) || later.Did(EffectKind.Used, Process)
        || (Ends && later.Did(EffectKind.Dropped, Process));

    private bool Ends => Did(EffectKind.Ended, Process);

    private bool Overtakes(TracedStep other) => other.IsOrdinary && Did(EffectKind.Overtook, other.Process);

    // It was the first at an inbox: before another that sends there, or before a step there that it overtook, or that ended it.
    private bool Loses(TracedStep later)
    {
        foreach (var effect in Effects)
        {
            if (effect.Kind is not (EffectKind.Sent or EffectKind.Overtook))
                continue;
            var isEnd = later.Did(effect.Kind == EffectKind.Sent ? EffectKind.Lost : EffectKind.Ended, later.Process);
            if (later.Did(effect.Kind, effect.Target) || (isEnd && later.Process == effect.Target))
                return true;
        }

        return Overtakes(later);
    }

    private bool Uses(TracedStep other)
    {
        foreach (var effect in Effects)
        {
            if (effect.Kind == EffectKind.Used && (other.Process == effect.Target || other.Did(EffectKind.Used, effect.Target)))
                return true;
        }

        return false;
    }

    private bool Did(EffectKind kind, long target)
    {
        foreach (var effect in Effects)
        {
            if (effect.Kind == kind && effect.Target == target)
                return true;
        }

        return false;
    }
}
