namespace Sim.Checkers;

// The jobs that a session handed to an engine, as far as their places go: these are counted from 1.
internal sealed class EngineLine(int engine)
{
    public int Engine => engine;

    public long HandedOut { get; set; }

    // The last place whose job has ended, and that job.
    public long Reached { get; set; }

    public long ReachedBy { get; set; }

    public void Clear() => (HandedOut, Reached, ReachedBy) = (0, 0, 0);
}
