using Sim.Scenarios.Media.Boxes;

namespace Sim.Scenarios.Media.Layout;

/// <summary>Where samples may lie: in the bodies of the file's mdat boxes.</summary>
internal sealed class SampleSpace(MediaSource source)
{
    private readonly List<long> _starts = [];
    private readonly List<long> _ends = [];

    /// <summary>Adds an mdat; they come in the order of the file.</summary>
    public void Add(Box mdat)
    {
        _starts.Add(mdat.Body);
        _ends.Add(mdat.End);
    }

    /// <summary>Refuses a run of samples that does not lie within one mdat.</summary>
    /// <param name="place">The box that describes the run.</param>
    /// <param name="run">The run's index in it, from 0.</param>
    /// <param name="offset">Its first byte.</param>
    /// <param name="length">Its bytes; an empty run lies anywhere.</param>
    public void Check(Box place, int run, long offset, long length)
    {
        if (length == 0) return;
        var found = _starts.BinarySearch(offset);
        var mdat = found < 0 ? ~found - 1 : found;
        if (mdat >= 0 && offset <= _ends[mdat] && length <= _ends[mdat] - offset) return;
        var where = offset < 0 || offset > source.Length - length ? $"beyond the file's {source.Length} bytes" : "not within one 'mdat'";
        throw source.Fail(place.ToString(), $"run {run + 1} of samples, {length} bytes at byte {offset}, lies {where}");
    }
}
