using Sim.Simulation.Experiments;

namespace Sim.Simulation.Strategies;

/// <summary>The d - 1 steps of a schedule at which a priority falls, drawn evenly.</summary>
/// <param name="depth">d, at least 1.</param>
/// <param name="steps">k, about as many steps as a schedule has.</param>
internal sealed class ChangePoints(int depth, int steps)
{
    private readonly int[] _at = new int[Math.Max(0, depth - 1)];
    private int _step;
    private int _passed;

    /// <summary>A priority above all that a change point gives.</summary>
    public static ulong High(ref SeededRandom random) => random.Next() | (1UL << 63);

    public void Begin(ref SeededRandom random)
    {
        (_step, _passed) = (0, 0);
        for (var i = 0; i < _at.Length; i++)
            _at[i] = 1 + random.Below(Math.Max(1, steps));
        Array.Sort(_at);
    }

    /// <summary>Called at each step until it gives false, which counts the step.</summary>
    /// <param name="low">The priority of what would go: the later, the lower.</param>
    public bool TryPass(out ulong low)
    {
        low = 0;
        if (_passed < _at.Length && _at[_passed] <= _step + 1)
        {
            low = (ulong)(_at.Length - _passed++);
            return true;
        }

        _step++;
        return false;
    }
}
