namespace Sim.Hardware.Engines;

/// <summary>
/// Chooses an engine for each job of one session: the one with the fewest unfinished jobs of that session; among equals
/// the next one round.
/// </summary>
public sealed class EngineChoice
{
    /// <summary>What <see cref="Next"/> returns when every engine is lost.</summary>
    public const int None = -1;

    private readonly int[] _unfinished;
    private readonly bool[] _lost;
    private ulong _unfit;
    private int _first;

    /// <summary>Makes the choice among engines 0 .. engines-1.</summary>
    /// <param name="engines">Number of engines, at least 1.</param>
    /// <param name="first">The engine that an idle pool starts with, any number; taken modulo <paramref name="engines"/>.</param>
    public EngineChoice(int engines, int first)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(engines, 1);
        _unfinished = new int[engines];
        _lost = new bool[engines];
        _first = (int)((uint)first % (uint)engines);
    }

    /// <summary>Chooses an engine and counts a job on it.</summary>
    /// <returns>The engine's index, or <see cref="None"/>.</returns>
    public int Next()
    {
        var (best, fewest) = (None, int.MaxValue);
        var engine = _first;
        do
        {
            var unfinished = _unfinished[engine];
            if (unfinished < fewest && !_lost[engine])
                (best, fewest) = (engine, unfinished);
            engine = After(engine);
        }
        while (fewest > 0 && engine != _first);

        if (best == None)
            return None;
        _unfinished[best]++;
        _first = After(best);
        return best;
    }

    /// <summary>Counts a job on an engine that somebody else has chosen.</summary>
    /// <returns>The engine's index, or <see cref="None"/> when it is lost.</returns>
    public int Take(int engine)
    {
        if (_lost[engine])
            return None;
        _unfinished[engine]++;
        return engine;
    }

    private int After(int engine) => engine + 1 < _unfinished.Length ? engine + 1 : 0;

    /// <summary>A job on this engine has ended.</summary>
    public void Ended(int engine) => _unfinished[engine]--;

    /// <summary>True when the engine takes no more jobs.</summary>
    public bool IsLost(int engine) => _lost[engine];

    /// <summary>The engine takes no more jobs.</summary>
    public void Lose(int engine) => _lost[engine] = true;

    /// <summary>The engine cannot hold this session's jobs at all.</summary>
    public void Refuse(int engine)
    {
        _lost[engine] = true;
        _unfit |= 1UL << engine;
    }

    /// <summary>True when the engine cannot hold this session's jobs, whether or not it is lost.</summary>
    public bool IsUnfit(int engine) => engine < 0 || engine >= _lost.Length || (_unfit & (1UL << engine)) != 0;
}
