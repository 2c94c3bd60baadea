namespace Sim.Scenarios.Media.Boxes;

/// <summary>
/// A buffered view of the file for small reads that mostly go forward. A span is valid until the next call.
/// </summary>
internal sealed class MediaWindow(MediaSource source)
{
    /// <summary>The largest piece that may be asked for at once.</summary>
    public const int PieceMax = 1 << 20;

    private const int ReadAhead = 64 << 10;

    private byte[] _buffer = new byte[ReadAhead];
    private long _start;
    private int _length;

    public MediaSource Source => source;

    /// <summary>Bytes of the file; the caller has checked that they lie within it.</summary>
    public ReadOnlySpan<byte> Get(long offset, int count)
    {
        var at = offset - _start;
        if (at < 0 || at + count > _length)
        {
            Load(offset, count);
            at = 0;
        }

        return _buffer.AsSpan((int)at, count);
    }

    private void Load(long offset, int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, PieceMax);
        if (count > _buffer.Length) _buffer = new byte[count];
        _length = 0;
        var length = (int)Math.Min(_buffer.Length, source.Length - offset);
        source.Read(offset, _buffer.AsSpan(0, length));
        (_start, _length) = (offset, length);
    }
}
