using Sim.Simulation.Schedules;

namespace Sim.Simulation.Strategies;

/// <summary>Every schedule, depth first, without reduction: the reference that a reduced search is compared with.</summary>
public sealed class Exhaustive : IStrategy
{
    private readonly List<(int Chosen, int Count)> _path = [];
    private int _depth;

    /// <inheritdoc/>
    public string Name => "exhaustive";

    /// <inheritdoc/>
    public bool IsExhausted { get; private set; }

    /// <inheritdoc/>
    public void Begin(ulong seed) => _depth = 0;

    /// <inheritdoc/>
    public int Choose(in Enabled enabled, long step)
    {
        if (_depth == _path.Count)
            _path.Add((0, enabled.Count));
        return _path[_depth++].Chosen;
    }

    /// <inheritdoc/>
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
