using Sim.Scenarios.Media.Boxes;

namespace Sim.Scenarios.Media.Samples;

/// <summary>Walks a table from its first run to its last, checks every sample and finds each run's auxiliary information.</summary>
internal sealed class SampleIndexer(MediaWindow window, SampleTable table, SampleCensus? census)
{
    private readonly SampleCursor _cursor = new(window, table) { AuxiliaryAt = table.Auxiliary?.Starts.FirstOrDefault() ?? 0 };
    private readonly bool _separate = table.Auxiliary?.Starts.Length > 1;

    /// <summary>Takes the next run; runs are taken in order.</summary>
    /// <returns>The bytes of its samples.</returns>
    public long Length(int run)
    {
        if (table.Auxiliary is { } auxiliary)
        {
            table.AuxiliaryStarts[run] = _separate ? auxiliary.Starts[run] : _cursor.AuxiliaryAt;
        }

        _cursor.Begin(run);
        long length = 0;
        while (_cursor.MoveNext())
        {
            length += _cursor.Size;
            if (_cursor.Rule.IsProtected) census?.AddProtected(table.Track, _cursor.Rule);
        }

        return length;
    }

    /// <summary>Checks behind the last run that nothing is left over.</summary>
    public void Finish()
    {
        if (table.Auxiliary is not { Sizes: null } senc || _cursor.AuxiliaryAt == senc.Limit) return;
        throw window.Source.Fail(senc.Box.ToString(), $"{senc.Limit - _cursor.AuxiliaryAt} bytes are left behind its last sample");
    }
}
