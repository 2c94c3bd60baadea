using Sim.Simulation.Schedules;

namespace Sim.Simulation.Strategies.Reduction;

/// <summary>A state on the path of the search: what may happen in it, and what of that is explored. It is used again and again.</summary>
internal sealed class Fork
{
    private Choice[] _choices = new Choice[4];
    private int _count;
    private int _chosen;

    /// <summary>The step that leaves the fork.</summary>
    public Footprint Step => _choices[_chosen].Step!;

    /// <summary>The process of that step.</summary>
    public long Process => _choices[_chosen].Process;

    /// <summary>Its index among what may happen.</summary>
    public int Chosen => _chosen;

    /// <summary>The steps of the schedule that happen before that step, as bits.</summary>
    public ulong[] Before { get; private set; } = [];

    /// <summary>Begins anew, with nothing explored.</summary>
    /// <param name="enabled">What may happen.</param>
    /// <param name="place">The place of the fork in the schedule.</param>
    public void Open(in Enabled enabled, int place)
    {
        if (Before.Length <= place >> 6)
            Before = new ulong[(place >> 6) + 1];
        _count = enabled.Count;
        if (_choices.Length < _count)
            Array.Resize(ref _choices, Math.Max(_count, _choices.Length * 2));
        for (var i = 0; i < _count; i++)
        {
            ref var choice = ref _choices[i];
            choice.Process = enabled.ProcessAt(i);
            choice.Asleep = null;
            choice.IsWanted = choice.IsDone = false;
        }
    }

    /// <summary>Puts to sleep what was explored at the fork before, or slept there, and does not depend on the step in between.</summary>
    public void SleepAfter(Fork previous)
    {
        var step = previous.Step;
        foreach (ref readonly var choice in previous._choices.AsSpan(0, previous._count))
        {
            var explored = choice.IsDone ? choice.Step : choice.Asleep;
            if (explored is not null && !explored.DependsOn(step) && Find(choice.Process) is var index and >= 0)
                _choices[index].Asleep = explored;
        }
    }

    /// <summary>Chooses the first that does not sleep.</summary>
    /// <returns>False when all sleep.</returns>
    public bool TryChooseFirst()
    {
        for (var i = 0; i < _count; i++)
        {
            if (_choices[i].Asleep is not null)
                continue;
            Choose(i);
            return true;
        }

        return false;
    }

    /// <summary>Is done with what was chosen, and chooses the next that is wanted.</summary>
    /// <returns>False when there is none.</returns>
    public bool TryChooseNext()
    {
        _choices[_chosen].IsDone = true;
        for (var i = 0; i < _count; i++)
        {
            if (!_choices[i].IsWanted || _choices[i].IsDone || _choices[i].Asleep is not null)
                continue;
            Choose(i);
            return true;
        }

        return false;
    }

    /// <summary>True when what begins with that process here is explored, or will be.</summary>
    public bool Covers(long process) =>
        Find(process) is var index and >= 0 && (_choices[index].IsWanted || _choices[index].Asleep is not null);

    /// <summary>True when that process may go.</summary>
    public bool Has(long process) => Find(process) >= 0;

    /// <summary>What the step of that process would touch, if it sleeps; else null.</summary>
    public Footprint? AsleepOf(long process) => Find(process) is var index and >= 0 ? _choices[index].Asleep : null;

    /// <summary>Wants to be left by that process, too.</summary>
    /// <returns>False when it cannot go.</returns>
    public bool Want(long process)
    {
        var index = Find(process);
        if (index < 0)
            return false;
        _choices[index].IsWanted = true;
        return true;
    }

    /// <summary>Wants to be left in every way there is.</summary>
    public void WantAll()
    {
        foreach (ref var choice in _choices.AsSpan(0, _count))
            choice.IsWanted = true;
    }

    private int Find(long process)
    {
        for (var i = 0; i < _count; i++)
        {
            if (_choices[i].Process == process)
                return i;
        }

        return -1;
    }

    private void Choose(int index)
    {
        _chosen = index;
        ref var choice = ref _choices[index];
        choice.IsWanted = true;
        choice.Step ??= new Footprint();
    }
}
