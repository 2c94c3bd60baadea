namespace Sim.Hardware.Engines;

/// <summary>
/// Chooses an engine for each job of one session: the one with the fewest unfinished jobs of that session; among equals
/// the next one round.
/// </summary>
public struct EngineChoice
{
    /// <summary>What <see cref="Next"/> returns when every engine is lost.</summary>
    public const int None = -1;

    private const int EnginesMax = 64;

    private readonly int[] _unfinished;

    // A bit for each engine.
    private ulong _lost;
    private ulong _unfit;
    private int _first;

    /// <summary>Makes the choice among engines 0 .. engines-1.</summary>
    /// <param name="engines">Number of engines, 1 to 64.</param>
    /// <param name="first">The engine that an idle pool starts with, any number; taken modulo <paramref name="engines"/>.</param>
    public EngineChoice(int engines, int first)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(engines, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(engines, EnginesMax);
        _unfinished = new int[engines];
        _first = (int)((uint)first % (uint)engines);
    }

    /// <summary>Chooses an engine and counts a job on it.</summary>
    /// <returns>The engine's index, or <see cref="None"/>.</returns>
    public int Next()
    {
        // Mostly the next one round is idle.
        var next = _first;
        return _unfinished[next] == 0 && !IsLost(next) ? Count(next) : Search();
    }

    private int Search()
    {
        var (best, fewest) = (None, int.MaxValue);
        var engine = _first;
        do
        {
            var unfinished = _unfinished[engine];
            if (unfinished < fewest && !IsLost(engine))
                (best, fewest) = (engine, unfinished);
            engine = After(engine);
        }
        while (fewest > 0 && engine != _first);

        return best == None ? None : Count(best);
    }

    private int Count(int engine)
    {
        _unfinished[engine]++;
        _first = After(engine);
        return engine;
    }

    /// <summary>Counts a job on an engine that somebody else has chosen.</summary>
    /// <returns>The engine's index, or <see cref="None"/> when it is lost.</returns>
    public readonly int Take(int engine)
    {
        if (IsLost(engine))
            return None;
        _unfinished[engine]++;
        return engine;
    }

    private readonly int After(int engine) => engine + 1 < _unfinished.Length ? engine + 1 : 0;

    /// <summary>A job on this engine has ended.</summary>
    public readonly void Ended(int engine) => _unfinished[engine]--;

    /// <summary>True when the engine takes no more jobs.</summary>
    public readonly bool IsLost(int engine) => (_lost & (1UL << engine)) != 0;

    /// <summary>The engine takes no more jobs.</summary>
    public void Lose(int engine) => _lost |= 1UL << engine;

    /// <summary>The engine cannot hold this session's jobs at all.</summary>
    public void Refuse(int engine)
    {
        _lost |= 1UL << engine;
        _unfit |= 1UL << engine;
    }

    /// <summary>True when the engine cannot hold this session's jobs, whether or not it is lost.</summary>
    public readonly bool IsUnfit(int engine) => engine < 0 || engine >= _unfinished.Length || (_unfit & (1UL << engine)) != 0;
}
