using Sim.Control;
using Sim.Simulation.Schedules;

namespace Sim.Simulation.Strategies;

/// <summary>
/// A different strategy for each schedule, drawn from its seed: what one of them finds late, another finds soon, and which it is
/// nobody knows beforehand.
/// </summary>
/// <param name="steps">About as many steps as a schedule has.</param>
public sealed class Mixed(int steps) : IStrategy
{
    private const int Depth = 3;

    private readonly IStrategy[] _strategies = [new RandomWalk(), new PrioritySampling(), new ChainPriorityChange(Depth, steps)];
    private IStrategy _current = new RandomWalk();

    /// <inheritdoc/>
    public string Name => "mixed";

    /// <inheritdoc/>
    public bool IsExhausted => false;

    /// <inheritdoc/>
    public void Begin(ulong seed)
    {
        _current = _strategies[(int)(seed % (ulong)_strategies.Length)];
        _current.Begin(seed);
    }

    /// <inheritdoc/>
    public void Enter(IControlledWorld world, Timing timing) => _current.Enter(world, timing);

    /// <inheritdoc/>
    public int Choose(Enabled enabled, long step) => _current.Choose(enabled, step);

    /// <inheritdoc/>
    public void Stepped(bool isLast) => _current.Stepped(isLast);

    /// <inheritdoc/>
    public void End() => _current.End();
}
