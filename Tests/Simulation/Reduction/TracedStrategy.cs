using Sim.Control;
using Sim.Simulation.Schedules;
using Sim.Simulation.Strategies;

namespace Sim.Tests.Simulation.Reduction;

/// <summary>Keeps what the steps of the schedule that runs have touched.</summary>
internal sealed class TracedStrategy(IStrategy inner) : IStrategy
{
    private IEffectLog _log = null!;
    private Timing _timing;
    private long _first;

    public List<TracedStep> Steps { get; } = [];

    /// <summary>How many inboxes there were at the beginning; those that a request made are not among them.</summary>
    public long Known { get; private set; }

    public string Name => inner.Name;

    public bool IsExhausted => inner.IsExhausted;

    public void Begin(ulong seed)
    {
        Steps.Clear();
        inner.Begin(seed);
    }

    public void Enter(IControlledWorld world, Timing timing)
    {
        (_log, _timing, _first) = ((IEffectLog)world, timing, world.Steps + 1);
        _log.IsTelling = true;
        Known = 0;
        foreach (var inbox in world.Ready)
            Known = Math.Max(Known, inbox.Id + 1);
        foreach (var inbox in world.Actors)
            Known = Math.Max(Known, inbox.Id + 1);
        inner.Enter(world, timing);
    }

    public int Choose(Enabled enabled, long step)
    {
        var chosen = inner.Choose(enabled, step);
        if (chosen == IStrategy.Prune)
            return chosen;
        var isAlarm = enabled.IsAlarm(chosen);
        Steps.Add(new TracedStep(
            enabled.ProcessAt(chosen),
            (int)Math.Max(-1, enabled.CauseAt(chosen) - _first),
            isAlarm ? enabled.AlarmAt(chosen).Rank : 0,
            !isAlarm && (enabled.InboxAt(chosen).Kind != InboxKind.Actor || enabled.InboxAt(chosen).Next.Kind == DeliveryKind.Ordinary),
            isAlarm && _timing == Timing.Model));
        return chosen;
    }

    public void Stepped(bool isLast)
    {
        Steps[^1].Effects = _log.Effects.ToArray();
        Steps[^1].IsLast = isLast;
        inner.Stepped(isLast);
    }

    public void End() => inner.End();
}
