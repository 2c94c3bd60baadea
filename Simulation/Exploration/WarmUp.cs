using System.Runtime;

namespace Sim.Simulation.Exploration;

/// <summary>
/// The first moments of an exploration, in which its code is compiled: for all workers once, and on a thread that needs a core. Where the
/// workers take all cores, one of them works alone until it is over, and gets there as fast as it would without the others. They would
/// only run the slow code a little longer, all of them.
/// </summary>
/// <param name="isAwaited">False: nobody waits for its end.</param>
internal sealed class WarmUp(bool isAwaited)
{
    // The compiler rests when it had nothing to do for this many steps, some milliseconds; and whatever it does, it is waited for no longer than this.
    private const long StepsOfRest = 1 << 16;
    private const long StepsMax = 1 << 22;

    private readonly ManualResetEventSlim _isOver = new(!isAwaited);
    private long _compiled;
    private long _compiledAt;

    /// <summary>True when nobody waits for it any more.</summary>
    public bool IsOver => _isOver.IsSet;

    /// <summary>Waits until it is over.</summary>
    public void Wait() => _isOver.Wait();

    /// <summary>The worker that warms up has got on.</summary>
    /// <param name="steps">Steps that it has taken so far.</param>
    public void Note(long steps)
    {
        if (!IsOver)
            Note(steps, JitInfo.GetCompiledMethodCount());
    }

    /// <summary>The worker that warms up has got on.</summary>
    /// <param name="steps">Steps that it has taken so far.</param>
    /// <param name="compiled">Methods that were compiled so far.</param>
    public void Note(long steps, long compiled)
    {
        if (compiled != _compiled)
            (_compiled, _compiledAt) = (compiled, steps);
        if (steps - _compiledAt >= StepsOfRest || steps >= StepsMax)
            End();
    }

    /// <summary>It is over; whoever waits goes on.</summary>
    public void End() => _isOver.Set();
}
