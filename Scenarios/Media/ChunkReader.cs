using Sim.Scenarios.Media.Boxes;
using Sim.Scenarios.Media.Layout;
using Sim.Scenarios.Media.Samples;

namespace Sim.Scenarios.Media;

/// <summary>
/// Streams the output file of a <see cref="CencFile"/> chunk by chunk; the file must stay open. One thread at a time.
/// </summary>
public sealed class ChunkReader : IDisposable
{
    private readonly MediaLayout _layout;
    private readonly MediaSource _source;
    private readonly MediaWindow _window;
    private readonly ExtentCursors _cursors;
    private readonly PatchList _patches = new();
    private Box? _segmentIndex;
    private SampleCursor? _cursor;
    private long _input;
    private long _output;
    private long _read;
    private int _extent;
    private int _cut;
    private int _changed;
    private int _fragment;
    private bool _disposed;

    internal ChunkReader(MediaLayout layout)
    {
        _layout = layout;
        _source = layout.Source;
        _window = new(_source);
        _cursors = new(layout);
    }

    private long NextExtent => _extent < _layout.Extents.Count ? _layout.Extents[_extent].Offset : long.MaxValue;

    private long NextCut => _cut < _layout.Cuts.Count ? _layout.Cuts[_cut].Start : long.MaxValue;

    private long NextChanged => _changed < _layout.Changed.Count ? _layout.Changed[_changed] : long.MaxValue;

    /// <summary>Fills the chunk with the next part of the output file; parts come in order and without gaps.</summary>
    /// <returns>False at the end of the file; the chunk is then empty.</returns>
    /// <exception cref="MediaException">The file can no longer be read, or has changed since it was opened.</exception>
    public bool ReadNext(MediaChunk chunk)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        chunk.Reset(_output);
        var start = _output;
        while (Step(chunk, (int)(_output - start)))
        {
        }

        Flush(chunk);
        if (chunk.Data.Length > 0 || chunk.Samples.Length > 0) return true;
        _source.CheckUnchanged();
        return false;
    }

    /// <summary>Ends the pass.</summary>
    public void Dispose() => _disposed = true;

    // Goes on by one piece of the input; false when the chunk is full or the file at its end.
    private bool Step(MediaChunk chunk, int used)
    {
        if (_cursor is not null) return TakeSamples(chunk, used);
        if (NextExtent <= _input)
        {
            _cursor = _cursors.Begin(_layout.Extents[_extent++]);
            return true;
        }

        if (_input == NextCut)
        {
            Flush(chunk);
            _read = _input = _layout.Cuts[_cut++].End;
            return true;
        }

        if (_input == NextChanged)
        {
            Flush(chunk);
            _patches.Clear();
            _layout.Patch(_window, _input, () => _cursors.Fragment(_fragment++), _patches, ref _segmentIndex);
            _changed++;
            return true;
        }

        var end = Math.Min(Math.Min(NextExtent, NextCut), Math.Min(NextChanged, _source.Length));
        var bytes = Math.Min(end - _input, chunk.Capacity - used);
        Advance(bytes);
        return bytes > 0;
    }

    private bool TakeSamples(MediaChunk chunk, int used)
    {
        var cursor = _cursor!;
        while (cursor.HasNext)
        {
            var size = cursor.NextSize;
            if (!chunk.HasRoomForSample) return false;
            if (used + size > chunk.Capacity)
            {
                if (used > 0) return false;
                chunk.Grow((int)size);
            }

            cursor.MoveNext();
            chunk.Add(new(cursor.Table.Track, cursor.Number, used, cursor.Size, Protection(chunk, cursor)));
            used += cursor.Size;
            Advance(size);
        }

        _cursor = null;
        return true;
    }

    private static SampleProtection? Protection(MediaChunk chunk, SampleCursor cursor)
    {
        if (!cursor.Rule.IsProtected) return null;
        var subSamples = chunk.TakeSubSamples(cursor.SubSampleCount);
        cursor.CopySubSamples(subSamples.Span);
        return new(cursor.Rule.Kid, cursor.Iv, cursor.BlockCount, subSamples);
    }

    private void Advance(long bytes)
    {
        _input += bytes;
        _output += bytes;
    }

    // Reads in one go what has been stepped over since the last cut or changed box.
    private void Flush(MediaChunk chunk)
    {
        if (_read == _input) return;
        var bytes = chunk.Extend((int)(_input - _read)).Span;
        _source.Read(_read, bytes);
        _patches.Apply(_read, bytes);
        _read = _input;
    }
}
