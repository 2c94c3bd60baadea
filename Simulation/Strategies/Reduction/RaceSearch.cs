using Sim.Control;

namespace Sim.Simulation.Strategies.Reduction;

/// <summary>
/// Looks for steps of a schedule that raced: that depend on each other, and nothing between them decided their order. What
/// the other order begins with is then wanted at the fork of the earlier one, unless the fork is left that way already.
/// </summary>
internal sealed class RaceSearch
{
    private readonly PerProcess<LastSteps> _last = new();
    private readonly List<(int Place, long Process)> _instead = [];
    private Overtaking[] _overtaking = new Overtaking[8];
    private int _overtakingCount;
    private int[] _reasons = new int[8];
    private int[] _rivals = new int[8];
    private int _reasonCount;
    private int _rivalCount;
    private int _barrier;
    private Fork[] _forks = [];

    /// <summary>Searches a schedule.</summary>
    /// <param name="forks">The forks that it passed.</param>
    /// <param name="known">How many of their steps were searched before: those of the schedule before this one.</param>
    /// <param name="count">How many steps there are.</param>
    public void Search(Fork[] forks, int known, int count)
    {
        _forks = forks;
        _last.Clear();
        _instead.Clear();
        _overtakingCount = 1;
        _barrier = 0;
        for (var place = 0; place < count; place++)
        {
            if (place >= known)
            {
                Order(place);
                FindRaces(place);
            }

            Remember(place);
        }

        for (var i = 1; i < _overtakingCount; i++)
            FindOvertaken(_overtaking[i], known);
        foreach (var (early, process) in _instead)
            Prefer(early, process, count);
    }

    /// <summary>A step came before what could have happened instead, if it could.</summary>
    /// <param name="place">Its place.</param>
    /// <param name="process">What could have happened.</param>
    public void Pending(int place, long process)
    {
        if (!_forks[place].Covers(process))
            _forks[place].Want(process);
    }

    private bool IsBefore(int early, int late) => (_forks[late].Before[early >> 6] >> (early & 63) & 1) != 0;

    // What happens before a step: what is before its reasons and its rivals, and these themselves.
    private void Order(int place)
    {
        var step = _forks[place].Step;
        var before = _forks[place].Before;
        _reasonCount = _rivalCount = 0;
        if (step.IsBarrier)
        {
            before.AsSpan().Fill(ulong.MaxValue);
            before[place >> 6] = (1UL << (place & 63)) - 1;
            return;
        }

        ref var own = ref _last[step.Process];
        AddReason(own.Own);
        AddReason(step.Cause + 1);
        AddReason(_barrier);
        AddRival(own.Used);
        if (step.IsOrdinary)
            AddReason(own.Overtook);
        if (step.IsEnd)
            AddRival(own.Overtook);
        if (step.IsHeard)
            AddRival(own.Sent);

        foreach (var effect in step.Effects)
        {
            switch (effect.Kind)
            {
                case EffectKind.Sent:
                    AddRival(_last[effect.Target].Sent);
                    break;
                case EffectKind.Overtook:
                    AddRival(_last[effect.Target].Overtook);
                    AddRival(_last[effect.Target].Ordinary);
                    break;
                case EffectKind.Dropped:
                    AddRival(_last[effect.Target].End);
                    break;
                case EffectKind.Used:
                    AddRival(_last[effect.Target].Used);
                    AddRival(_last[effect.Target].Own);
                    break;
                case EffectKind.Cancelled:
                    AddRival(_last[~effect.Target].Own);
                    break;
            }
        }

        before.AsSpan().Clear();
        foreach (var early in _reasons.AsSpan(0, _reasonCount))
            Join(before, early);
        foreach (var early in _rivals.AsSpan(0, _rivalCount))
            Join(before, early);
    }

    private void Join(ulong[] before, int early)
    {
        var earlier = _forks[early].Before;
        for (var i = 0; i <= early >> 6; i++)
            before[i] |= earlier[i];
        before[early >> 6] |= 1UL << (early & 63);
    }

    private void AddReason(int from1)
    {
        if (from1 > 0)
            Add(ref _reasons, ref _reasonCount, from1 - 1);
    }

    private void AddRival(int from1)
    {
        if (from1 > 0)
            Add(ref _rivals, ref _rivalCount, from1 - 1);
    }

    private static void Add(ref int[] places, ref int count, int place)
    {
        if (count == places.Length)
            Array.Resize(ref places, count * 2);
        places[count++] = place;
    }

    private void FindRaces(int place)
    {
        var fork = _forks[place];
        if (fork.Step.IsLast)
            FindRivalsOfTheEnd(place);
        foreach (var rival in _rivals.AsSpan(0, _rivalCount))
        {
            if (!IsDecided(rival))
                Reverse(rival, place, fork.Process);
        }
    }

    // The step that ends the schedule depends on all: each that nothing else is behind could have come too late.
    private void FindRivalsOfTheEnd(int place)
    {
        var step = _forks[place].Step;
        for (var rival = place - 1; rival >= 0; rival--)
        {
            if (rival == step.Cause || _forks[rival].Process == step.Process || IsBeforeAny(rival, place))
                continue;
            Reverse(rival, place, step.Process);
        }
    }

    private bool IsBeforeAny(int early, int end)
    {
        for (var late = early + 1; late < end; late++)
        {
            if (IsBefore(early, late))
                return true;
        }

        return false;
    }

    // What is before a reason, or before another rival, has its order from there.
    private bool IsDecided(int rival)
    {
        foreach (var reason in _reasons.AsSpan(0, _reasonCount))
        {
            if (reason == rival || (reason > rival && IsBefore(rival, reason)))
                return true;
        }

        foreach (var other in _rivals.AsSpan(0, _rivalCount))
        {
            if (other > rival && IsBefore(rival, other))
                return true;
        }

        return false;
    }

    /// <summary>
    /// Wants the other order of two steps: everything between them that does not need the earlier one, then the later one.
    /// Any step that this can begin with will do.
    /// </summary>
    private void Reverse(int early, int late, long process)
    {
        var fork = _forks[early];
        var sleeps = fork.AsleepOf(process) is not null;
        var isFree = true;
        var candidate = long.MinValue;
        for (var place = early + 1; place < late; place++)
        {
            sleeps &= _forks[place].Process != process;
            if (IsBefore(early, place))
                continue;
            isFree &= !IsBefore(place, late);
            if (HasAnyBehind(early, _forks[place].Before))
                continue;
            if (fork.Covers(_forks[place].Process))
                return;
            if (candidate == long.MinValue)
                candidate = _forks[place].Process;
        }

        // The step that sleeps need not be like the later one, which the earlier one may have changed.
        if (sleeps)
        {
            _instead.Add((early, process));
            return;
        }

        if (isFree)
        {
            if (fork.Covers(process))
                return;
            candidate = process;
        }

        if (candidate == long.MinValue || !fork.Want(candidate))
            fork.WantAll();
    }

    private void Remember(int place)
    {
        var step = _forks[place].Step;
        var from1 = place + 1;
        if (step.IsBarrier)
            _barrier = from1;
        ref var own = ref _last[step.Process];
        own.Own = from1;
        if (step.IsEnd)
            own.End = from1;
        if (step.IsOrdinary)
            (own.Ordinary, own.Overtaking) = (from1, 0);

        foreach (var effect in step.Effects)
        {
            if (effect.Kind == EffectKind.Sent)
            {
                ref var target = ref _last[effect.Target];
                target.Sent = from1;
                for (var i = target.Overtaking; i > 0 && _overtaking[i].Sent == 0; i = _overtaking[i].Previous)
                    _overtaking[i].Sent = from1;
            }
            else if (effect.Kind == EffectKind.Overtook)
            {
                ref var target = ref _last[effect.Target];
                target.Overtook = from1;
                if (effect.Target != step.Process)
                    target.Overtaking = Add(new Overtaking { Place = place, Inbox = effect.Target, Previous = target.Overtaking });
            }
            else if (effect.Kind == EffectKind.Used)
            {
                _last[effect.Target].Used = from1;
            }
            else if (effect.Kind == EffectKind.Cancelled)
            {
                _instead.Add((place, ~effect.Target));
            }
        }
    }

    private int Add(in Overtaking overtaking)
    {
        if (_overtakingCount == _overtaking.Length)
            Array.Resize(ref _overtaking, _overtakingCount * 2);
        _overtaking[_overtakingCount] = overtaking;
        return _overtakingCount++;
    }

    // What is handled behind a step that overtook it, or never is, could have come first: it waited already, or was sent without need of that step.
    private void FindOvertaken(in Overtaking overtaking, int known)
    {
        var (early, sent) = (overtaking.Place, overtaking.Sent - 1);
        if (_forks[early].Has(overtaking.Inbox))
            _instead.Add((early, overtaking.Inbox));
        else if (sent >= known && !IsBefore(early, sent))
            Reverse(early, sent, _forks[sent].Process);
    }

    /// <summary>
    /// Wants the step that could have come in place of another. If it sleeps, what begins with it is explored; what remains is that
    /// others come before it, which it depends on, and which do not need the step that it had to give way to.
    /// </summary>
    private void Prefer(int early, long process, int count)
    {
        var fork = _forks[early];
        if (fork.AsleepOf(process) is not { } step)
        {
            fork.Want(process);
            return;
        }

        var candidate = long.MinValue;
        var isFree = true;
        for (var place = early + 1; place < count; place++)
        {
            if (IsBefore(early, place))
                continue;
            isFree &= !_forks[place].Step.DependsOn(step) && _forks[place].Process != process;
            if (HasAnyBehind(early, _forks[place].Before))
                continue;
            if (fork.Covers(_forks[place].Process))
                return;
            if (candidate == long.MinValue)
                candidate = _forks[place].Process;
        }

        if (!isFree && !fork.Want(candidate))
            fork.WantAll();
    }

    // What is not behind the early step has nothing before it that is: so any bit above it is of those that come along.
    private static bool HasAnyBehind(int early, ulong[] before)
    {
        var word = (early + 1) >> 6;
        if (word >= before.Length)
            return false;
        if ((before[word] >> ((early + 1) & 63)) != 0)
            return true;
        while (++word < before.Length)
        {
            if (before[word] != 0)
                return true;
        }

        return false;
    }
}
