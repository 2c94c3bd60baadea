using System.Runtime.InteropServices;
using Sim.Scenarios.Media.Boxes;

namespace Sim.Scenarios.Media.Layout;

/// <summary>A run of samples in one piece.</summary>
/// <param name="Offset">Its first byte in the input.</param>
/// <param name="Length">The bytes of its samples; may be 0.</param>
/// <param name="Owner">The index of its movie fragment; or the complement of its track's index when it is a chunk.</param>
/// <param name="Run">Its index in the fragment or in the track's chunks.</param>
internal readonly record struct Extent(long Offset, long Length, int Owner, int Run);

/// <summary>All runs of samples in the order of their bytes.</summary>
internal sealed class ExtentList(MediaSource source)
{
    private readonly List<Extent> _extents = [];
    private bool _ordered = true;

    public int Count => _extents.Count;

    public Extent this[int index] => _extents[index];

    public void Reserve(int count) => _extents.EnsureCapacity(_extents.Count + count);

    public void Add(Extent extent)
    {
        _ordered = _ordered && (Count == 0 || _extents[^1].Offset <= extent.Offset);
        _extents.Add(extent);
    }

    /// <summary>Sorts them and checks that no byte belongs to two samples.</summary>
    public void Freeze()
    {
        if (!_ordered)
        {
            CollectionsMarshal.AsSpan(_extents).Sort(default(ByPlace));
        }

        long end = 0;
        foreach (var extent in _extents)
        {
            if (extent.Length > 0 && extent.Offset < end) throw source.Fail($"byte {extent.Offset}", "belongs to two samples");
            end = Math.Max(end, extent.Offset + extent.Length);
        }
    }

    // Empty runs go before the run that begins at the same byte; the rest is for a total order.
    private readonly struct ByPlace : IComparer<Extent>
    {
        public int Compare(Extent one, Extent other)
        {
            if (one.Offset != other.Offset) return one.Offset < other.Offset ? -1 : 1;
            return (one.Length, one.Owner, one.Run).CompareTo((other.Length, other.Owner, other.Run));
        }
    }
}
