using Akka.Actor;
using Sim.Hardware.Fences;

namespace Sim.Tests.Mutants.Fences;

/// <summary>Who waits for a fence, with something wrong about it.</summary>
/// <param name="right">The right one.</param>
internal abstract class WrongTimeline(IFenceTimeline<IActorRef> right) : IFenceTimeline<IActorRef>
{
    public virtual ulong? Lowest => right.Lowest;

    public virtual FenceSignal Signal(ulong value, ICollection<(ulong Value, IActorRef Waiter)> reached) => right.Signal(value, reached);

    public virtual FenceWait Wait(ulong value, IActorRef waiter) => right.Wait(value, waiter);

    public virtual void Lose(ICollection<(ulong Value, IActorRef Waiter)> lost) => right.Lose(lost);
}

/// <summary>A wait is compared with what runs, not with what has ended.</summary>
internal sealed class TellsOneEarly(IFenceTimeline<IActorRef> right) : WrongTimeline(right)
{
    public override FenceSignal Signal(ulong value, ICollection<(ulong Value, IActorRef Waiter)> reached) =>
        Rewrite(reached, decided => base.Signal(value, decided));

    public override FenceWait Wait(ulong value, IActorRef waiter) => base.Wait(value == 0 ? 0 : value - 1, waiter);

    public override void Lose(ICollection<(ulong Value, IActorRef Waiter)> lost) => Rewrite(lost, decided =>
    {
        base.Lose(decided);
        return FenceSignal.Lost;
    });

    private static FenceSignal Rewrite(
        ICollection<(ulong Value, IActorRef Waiter)> told, Func<List<(ulong Value, IActorRef Waiter)>, FenceSignal> step)
    {
        var decided = new List<(ulong Value, IActorRef Waiter)>();
        var became = step(decided);
        foreach (var (value, waiter) in decided)
            told.Add((value + 1, waiter));
        return became;
    }
}

/// <summary>Of all who wait for a value only the first is told.</summary>
internal sealed class TellsFirstWaiterOnly(IFenceTimeline<IActorRef> right) : WrongTimeline(right)
{
    public override FenceSignal Signal(ulong value, ICollection<(ulong Value, IActorRef Waiter)> reached)
    {
        var decided = new List<(ulong Value, IActorRef Waiter)>();
        var became = base.Signal(value, decided);
        foreach (var wait in decided.DistinctBy(wait => wait.Value))
            reached.Add(wait);
        return became;
    }
}

/// <summary>Once the engine has told something it is not asked again.</summary>
internal sealed class AsksOnce(IFenceTimeline<IActorRef> right) : WrongTimeline(right)
{
    private bool _told;

    public override ulong? Lowest => _told ? null : base.Lowest;

    public override FenceSignal Signal(ulong value, ICollection<(ulong Value, IActorRef Waiter)> reached)
    {
        _told = true;
        return base.Signal(value, reached);
    }
}

/// <summary>The loss of an engine is told to nobody who waits for it.</summary>
internal sealed class KeepsWaitsOfLost(IFenceTimeline<IActorRef> right) : WrongTimeline(right)
{
    public override void Lose(ICollection<(ulong Value, IActorRef Waiter)> lost) =>
        base.Lose(new List<(ulong Value, IActorRef Waiter)>());
}
