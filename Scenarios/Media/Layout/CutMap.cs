namespace Sim.Scenarios.Media.Layout;

/// <summary>
/// The ranges of the input that the output leaves out. As nothing is ever added, they say where every byte goes.
/// </summary>
internal sealed class CutMap
{
    private readonly List<(long Start, long End)> _cuts = [];
    private long[] _starts = [];
    private long[] _ends = [];
    private long[] _removed = []; // by the cuts before each one

    /// <summary>The number of cuts, neighbours counted as one.</summary>
    public int Count => _starts.Length;

    public long Removed { get; private set; }

    /// <summary>Leaves out a range. Ranges do not overlap and may come in any order.</summary>
    public void Add(long start, long end)
    {
        if (_cuts.Count > 0 && _cuts[^1].End == start) _cuts[^1] = (_cuts[^1].Start, end);
        else _cuts.Add((start, end));
    }

    /// <summary>Ends adding; only then may the map be asked.</summary>
    public void Freeze()
    {
        _cuts.Sort();
        _starts = new long[_cuts.Count];
        _ends = new long[_cuts.Count];
        _removed = new long[_cuts.Count];
        for (var i = 0; i < _cuts.Count; i++)
        {
            (_starts[i], _ends[i]) = _cuts[i];
            _removed[i] = Removed;
            Removed += _ends[i] - _starts[i];
        }

        _cuts.Clear();
        _cuts.Capacity = 0;
    }

    public (long Start, long End) this[int cut] => (_starts[cut], _ends[cut]);

    /// <summary>The first cut that ends behind a place.</summary>
    public int FirstBehind(long offset)
    {
        var found = Array.BinarySearch(_ends, offset);
        return found < 0 ? ~found : found + 1;
    }

    /// <summary>Where a byte of the input is in the output; a byte that is left out: where it would be.</summary>
    public long Map(long offset)
    {
        var found = Array.BinarySearch(_starts, offset);
        var before = (found < 0 ? ~found : found) - 1;
        return before < 0 ? offset : Math.Max(_starts[before], offset - (_ends[before] - _starts[before])) - _removed[before];
    }

    /// <summary>The bytes of a range that are not left out.</summary>
    public long Kept(long start, long end) => Map(end) - Map(start);
}
