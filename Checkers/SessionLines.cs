namespace Sim.Checkers;

// The lines of one session's jobs at the engines.
internal sealed class SessionLines
{
    private EngineLine?[] _lines = [];

    public bool IsUsed { get; private set; }

    public ReadOnlySpan<EngineLine?> All => _lines;

    public EngineLine? Find(int engine) => engine < _lines.Length ? _lines[engine] : null;

    public EngineLine Of(int engine)
    {
        IsUsed = true;
        var lines = _lines;
        return (uint)engine < lines.Length && lines[engine] is { } line ? line : Add(engine);
    }

    // Jobs that are on engines keep theirs.
    public void MoveTo(List<EngineLine> lines)
    {
        foreach (var line in _lines)
        {
            if (line is not null)
                lines.Add(line);
        }

        Array.Clear(_lines);
        IsUsed = false;
    }

    // When no job is in them: they are used again.
    public void Clear()
    {
        if (!IsUsed)
            return;
        foreach (var line in _lines)
            line?.Clear();
        IsUsed = false;
    }

    private EngineLine Add(int engine)
    {
        if (_lines.Length <= engine)
            Array.Resize(ref _lines, Math.Max(4, engine + 1));
        return _lines[engine] ??= new EngineLine(engine);
    }
}
