using System.Buffers.Binary;
using Sim.Hardware.Crypto;
using Sim.Scenarios.Media.Boxes;

namespace Sim.Scenarios.Media.Samples;

/// <summary>Walks the samples of a run with their protection, and checks each of them.</summary>
internal sealed class SampleCursor(MediaWindow window, SampleTable table)
{
    private const int SubSampleSize = 6;

    private ProtectionRule _entryRule = ProtectionRule.Clear;
    private int _next;
    private int _end;
    private int _group;

    public SampleTable Table => table;

    /// <summary>The sample's place in the decode order of its track, from 0.</summary>
    public long Number => table.FirstNumber + (long)_next - 1;

    public int Size { get; private set; }

    /// <summary>How the sample is encrypted; a rule that says it is clear.</summary>
    public ProtectionRule Rule { get; private set; } = ProtectionRule.Clear;

    public ulong Iv { get; private set; }

    public ulong BlockCount { get; private set; }

    /// <summary>The number of sub-samples; 0 when the whole sample is encrypted or clear.</summary>
    public int SubSampleCount { get; private set; }

    /// <summary>Where the auxiliary information of the next sample begins.</summary>
    public long AuxiliaryAt { get; set; }

    /// <summary>Begins a run.</summary>
    public void Begin(int run)
    {
        var (first, count, entry) = table.Runs[run];
        (_next, _end) = (first, first + count);
        _entryRule = entry.IsProtected ? table.Auxiliary?.Override ?? entry.Rule : entry.Rule;
        if (table.Groups is not null) _group = table.Groups.RunOf(first);
        if (table.Auxiliary is not null) AuxiliaryAt = table.AuxiliaryStarts[run];
    }

    /// <summary>Whether the run has another sample.</summary>
    public bool HasNext => _next < _end;

    /// <summary>The size of the next sample.</summary>
    public long NextSize => table.Sizes[_next];

    /// <summary>Moves to the next sample of the run; false behind the last one.</summary>
    public bool MoveNext()
    {
        if (_next == _end) return false;
        var sample = _next++;
        var size = table.Sizes[sample];
        if (size > CencFile.SampleSizeMax) throw Fail($"has {size} bytes, more than {CencFile.SampleSizeMax}");
        Size = (int)size;
        Rule = table.Groups?.RuleOf(sample, ref _group) ?? _entryRule;
        SubSampleCount = 0;
        if (table.Auxiliary is { } auxiliary) ReadAuxiliary(auxiliary, sample);
        else if (Rule.IsProtected) throw Fail("is encrypted but has no auxiliary information (senc, or saiz and saio)");
        return true;
    }

    /// <summary>Copies the sample's sub-samples. Valid until the next move.</summary>
    public void CopySubSamples(Span<SubSample> subSamples)
    {
        var bytes = window.Get(AuxiliaryAt - (SubSampleCount * SubSampleSize), SubSampleCount * SubSampleSize);
        for (var i = 0; i < subSamples.Length; i++) subSamples[i] = SubSampleAt(bytes, i);
    }

    private void ReadAuxiliary(AuxiliaryInfo auxiliary, int sample)
    {
        var size = auxiliary.Sizes?[sample];
        if (!Rule.IsProtected)
        {
            // A clear sample has no IV, and senc gives it at most an empty list of sub-samples.
            if (size is null && auxiliary.HasSubSamples) size = 2 + (SubSampleSize * ReadCount(auxiliary, AuxiliaryAt));
            Check(auxiliary, AuxiliaryAt, size ?? 0);
            AuxiliaryAt += size ?? 0;
            return;
        }

        if (size < Rule.IvSize) throw Fail($"has auxiliary information of {size} bytes for an IV of {Rule.IvSize}");
        Check(auxiliary, AuxiliaryAt, Rule.IvSize);
        var iv = window.Get(AuxiliaryAt, Rule.IvSize);
        Iv = BinaryPrimitives.ReadUInt64BigEndian(iv);
        BlockCount = Rule.IvSize == 16 ? BinaryPrimitives.ReadUInt64BigEndian(iv[8..]) : 0;
        AuxiliaryAt += Rule.IvSize;
        if (auxiliary.HasSubSamples || size > Rule.IvSize) ReadSubSamples(auxiliary, size - Rule.IvSize);
    }

    private void ReadSubSamples(AuxiliaryInfo auxiliary, int? size)
    {
        SubSampleCount = ReadCount(auxiliary, AuxiliaryAt);
        AuxiliaryAt += 2;
        var bytes = SubSampleCount * SubSampleSize;
        if (size is not null && size != 2 + bytes)
        {
            throw Fail($"has {size} bytes of auxiliary information for {SubSampleCount} sub-samples");
        }

        Check(auxiliary, AuxiliaryAt, bytes);
        var table = window.Get(AuxiliaryAt, bytes);
        long sum = 0;
        for (var i = 0; i < SubSampleCount; i++)
        {
            var part = SubSampleAt(table, i);
            sum += (long)part.ClearBytes + part.EncryptedBytes;
        }

        if (SubSampleCount > 0 && sum != Size) throw Fail($"has sub-samples of {sum} bytes in all, but its size is {Size}");
        AuxiliaryAt += bytes;
    }

    private int ReadCount(AuxiliaryInfo auxiliary, long at)
    {
        Check(auxiliary, at, 2);
        return BinaryPrimitives.ReadUInt16BigEndian(window.Get(at, 2));
    }

    private void Check(AuxiliaryInfo auxiliary, long at, int bytes)
    {
        if (at + bytes <= auxiliary.Limit) return;
        throw Fail($"has auxiliary information beyond the end of {(auxiliary.Sizes is null ? auxiliary.Box : "the file")}");
    }

    private static SubSample SubSampleAt(ReadOnlySpan<byte> table, int index)
    {
        var entry = table.Slice(index * SubSampleSize, SubSampleSize);
        return new(BinaryPrimitives.ReadUInt16BigEndian(entry), BinaryPrimitives.ReadUInt32BigEndian(entry[2..]));
    }

    private MediaException Fail(string cause) => window.Source.Fail($"track {table.TrackId}, sample {Number}", cause);
}
