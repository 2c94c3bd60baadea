using Sim.Hardware.Crypto;

namespace Sim.Scenarios.Media;

/// <summary>
/// The next bytes of the output file with the samples in them, still encrypted. Its buffers are reused: allocate a few
/// and hand them round.
/// </summary>
public sealed class MediaChunk
{
    internal const int SamplesMax = 1 << 16;
    private const int SubSamplesEnough = 1 << 16;

    private byte[] _data;
    private int _length;
    private MediaSample[] _samples = new MediaSample[256];
    private int _sampleCount;
    private SubSample[] _subSamples = new SubSample[256];
    private int _subSamplesUsed;
    private int _subSampleCount;

    /// <summary>Allocates the buffer.</summary>
    /// <param name="capacity">
    /// Its size in bytes, 4 KiB to 32 MiB, by default 4 MiB. It grows only when a single sample is larger.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is out of range.</exception>
    public MediaChunk(int capacity = 4 << 20)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 4 << 10);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(capacity, CencFile.SampleSizeMax);
        _data = GC.AllocateUninitializedArray<byte>(capacity);
    }

    /// <summary>Where <see cref="Data"/> belongs in the output file.</summary>
    public long OutputOffset { get; private set; }

    /// <summary>The bytes, to be decrypted in place.</summary>
    public Memory<byte> Data => _data.AsMemory(0, _length);

    /// <summary>The samples in this chunk in the order of their bytes; at most 65,536.</summary>
    public ReadOnlySpan<MediaSample> Samples => _samples.AsSpan(0, _sampleCount);

    internal int Capacity => _data.Length;

    internal bool HasRoomForSample => _sampleCount < SamplesMax && _subSampleCount < SubSamplesEnough;

    internal void Reset(long outputOffset)
    {
        OutputOffset = outputOffset;
        _length = 0;
        _sampleCount = 0;
        _subSamplesUsed = 0;
        _subSampleCount = 0;
    }

    internal void Grow(int capacity) => _data = GC.AllocateUninitializedArray<byte>(capacity);

    internal Memory<byte> Extend(int bytes)
    {
        _length += bytes;
        return _data.AsMemory(_length - bytes, bytes);
    }

    internal void Add(in MediaSample sample)
    {
        if (_sampleCount == _samples.Length) Array.Resize(ref _samples, 2 * _sampleCount);
        _samples[_sampleCount++] = sample;
    }

    internal Memory<SubSample> TakeSubSamples(int count)
    {
        // A slice of the old array that a sample already holds keeps its values, so growing need not copy.
        if (_subSamplesUsed + count > _subSamples.Length)
        {
            _subSamples = new SubSample[Math.Max(2 * _subSamples.Length, count)];
            _subSamplesUsed = 0;
        }

        var taken = _subSamples.AsMemory(_subSamplesUsed, count);
        _subSamplesUsed += count;
        _subSampleCount += count;
        return taken;
    }
}
