using Sim.Simulation.Schedules;
using Sim.Simulation.Strategies;

namespace Sim.Tests.Simulation.Reduction;

/// <summary>Every schedule, depth first, without reduction: what a reduced search is compared with.</summary>
internal sealed class NaiveSearch : IStrategy
{
    private readonly List<(int Chosen, int Count)> _path = [];
    private int _depth;

    public string Name => "naive";

    public bool IsExhausted { get; private set; }

    public void Begin(ulong seed) => _depth = 0;

    public int Choose(Enabled enabled, long step)
    {
        if (_depth == _path.Count)
            _path.Add((0, enabled.Count));
        return _path[_depth++].Chosen;
    }

    public void End()
    {
        while (_path.Count > 0 && _path[^1].Chosen + 1 == _path[^1].Count)
            _path.RemoveAt(_path.Count - 1);
        if (_path.Count == 0)
            IsExhausted = true;
        else
            _path[^1] = (_path[^1].Chosen + 1, _path[^1].Count);
    }
}
