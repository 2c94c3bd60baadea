using System.Collections.Immutable;
using Sim.Simulation.Schedules;

namespace Sim.Simulation.Shrinking;

/// <summary>The places in a list of steps where another actor goes on.</summary>
internal sealed class ContextSwitches
{
    private readonly ImmutableArray<ScheduledStep> _steps;
    private readonly List<int> _turns = [];

    public ContextSwitches(ImmutableArray<ScheduledStep> steps)
    {
        _steps = steps;
        for (var i = 0; i < steps.Length; i++)
        {
            if (i == 0 || steps[i].Actor != steps[i - 1].Actor)
                _turns.Add(i);
        }
    }

    public int Count => Math.Max(0, _turns.Count - 1);

    /// <summary>
    /// The lists in which one turn of an actor is put together with its next: the later one taken forward, or the earlier one
    /// taken back. Whether such a list can happen is not known here.
    /// </summary>
    public IEnumerable<ImmutableArray<ScheduledStep>> Joined()
    {
        for (var turn = 0; turn < _turns.Count; turn++)
        {
            if (NextOfSame(turn) is not { } next)
                continue;
            yield return Moved(next, _turns[turn] + LengthOf(turn));
            yield return Moved(turn, _turns[next]);
        }
    }

    private int? NextOfSame(int turn)
    {
        for (var later = turn + 1; later < _turns.Count; later++)
        {
            if (_steps[_turns[later]].Actor == _steps[_turns[turn]].Actor)
                return later;
        }

        return null;
    }

    private int LengthOf(int turn) => (turn + 1 < _turns.Count ? _turns[turn + 1] : _steps.Length) - _turns[turn];

    // The place is one of the list as it stands.
    private ImmutableArray<ScheduledStep> Moved(int turn, int to)
    {
        var (from, length) = (_turns[turn], LengthOf(turn));
        var rest = _steps.RemoveRange(from, length);
        return rest.InsertRange(to > from ? to - length : to, _steps.AsSpan(from, length));
    }
}
