using System.Buffers.Binary;

namespace Sim.Scenarios.Media.Layout;

/// <summary>Fields of the input that have other values in the output, by their place in the input.</summary>
internal sealed class PatchList
{
    private readonly List<(long Offset, int Length, int At)> _patches = [];
    private byte[] _bytes = new byte[256];
    private int _used;
    private int _next;

    public void Put32(long offset, uint value) => BinaryPrimitives.WriteUInt32BigEndian(Take(offset, 4), value);

    public void Put64(long offset, ulong value) => BinaryPrimitives.WriteUInt64BigEndian(Take(offset, 8), value);

    /// <summary>Ends adding; only then may the list be applied.</summary>
    public void Freeze() => _patches.Sort(static (one, other) => one.Offset.CompareTo(other.Offset));

    /// <summary>Makes room for that many bytes at once.</summary>
    public void Reserve(int bytes)
    {
        if (_used + bytes > _bytes.Length) Array.Resize(ref _bytes, _used + bytes);
    }

    public void Clear()
    {
        _patches.Clear();
        _used = 0;
        _next = 0;
    }

    /// <summary>Writes what falls into a range of the input over its bytes. Ranges come in ascending order.</summary>
    public void Apply(long offset, Span<byte> bytes)
    {
        for (; _next < _patches.Count; _next++)
        {
            var (start, length, at) = _patches[_next];
            if (start >= offset + bytes.Length) return;
            var from = Math.Max(start, offset);
            var to = Math.Min(start + length, offset + bytes.Length);
            if (from < to) _bytes.AsSpan(at + (int)(from - start), (int)(to - from)).CopyTo(bytes[(int)(from - offset)..]);
            if (start + length > offset + bytes.Length) return;
        }
    }

    private Span<byte> Take(long offset, int length)
    {
        if (_used + length > _bytes.Length) Array.Resize(ref _bytes, 2 * _bytes.Length);
        if (_patches.Count > 0 && _patches[^1] is var last && last.Offset + last.Length == offset)
        {
            _patches[^1] = last with { Length = last.Length + length };
        }
        else
        {
            _patches.Add((offset, length, _used));
        }

        _used += length;
        return _bytes.AsSpan(_used - length, length);
    }
}
