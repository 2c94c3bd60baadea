using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Sim.Scenarios.Media;

/// <summary>
/// The expected clear samples of a media file: lines of <c>stream,size,md5</c>. Each stream's lines are in decode order;
/// how the streams interleave means nothing.
/// </summary>
public sealed class SampleChecksums
{
    /// <summary>The most samples that a file may list.</summary>
    public const int CountMax = 1 << 26;

    /// <summary>The most streams that a file may list.</summary>
    public const int StreamsMax = 1024;

    private readonly List<List<(int Size, UInt128 Md5)>> _streams = [];

    private SampleChecksums()
    {
    }

    /// <summary>The number of samples of all streams.</summary>
    public long Count { get; private set; }

    /// <summary>The number of streams: one more than the highest stream index.</summary>
    public int StreamCount => _streams.Count;

    /// <summary>Reads a file. Spaces around values, empty lines and lines that begin with <c>#</c> are skipped.</summary>
    /// <exception cref="MediaException">The file cannot be read, or a line has another form.</exception>
    public static SampleChecksums Load(string path)
    {
        var checksums = new SampleChecksums();
        foreach (var line in TextLines.Read(path))
        {
            if (checksums.TryAdd(line.Text) is { } problem) throw new MediaException(path, $"line {line.Number}", problem);
        }

        return checksums;
    }

    /// <summary>The MD5 of a clear sample as the number that <see cref="TryGet"/> gives.</summary>
    // MD5 names samples here as ffmpeg's framemd5 does; nothing rests on it being hard to forge.
    public static UInt128 Md5(ReadOnlySpan<byte> sample)
    {
        Span<byte> hash = stackalloc byte[MD5.HashSizeInBytes];
        MD5.HashData(sample, hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }

    /// <summary>Writes one line.</summary>
    public static void WriteLine(TextWriter writer, int stream, int size, UInt128 md5) =>
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"{stream},{size},{md5:x32}\n"));

    /// <summary>The number of samples listed for a stream; 0 for a stream that is not listed.</summary>
    public long CountOf(int stream) => stream >= 0 && stream < _streams.Count ? _streams[stream].Count : 0;

    /// <summary>What is expected of one sample.</summary>
    /// <param name="stream">The index of its track, from 0.</param>
    /// <param name="number">Its place in decode order, from 0.</param>
    /// <param name="size">Its size in bytes.</param>
    /// <param name="md5">Its MD5, first byte uppermost.</param>
    /// <returns>Whether it is listed.</returns>
    public bool TryGet(int stream, long number, out int size, out UInt128 md5)
    {
        (size, md5) = (0, 0);
        if (number < 0 || number >= CountOf(stream)) return false;
        (size, md5) = _streams[stream][(int)number];
        return true;
    }

    private string? TryAdd(ReadOnlySpan<char> line)
    {
        Span<Range> parts = stackalloc Range[4];
        if (line.Split(parts, ',', StringSplitOptions.TrimEntries) != 3) return "is not 'stream,size,md5'";
        if (!TryNumber(line[parts[0]], StreamsMax - 1, out var stream)) return $"the stream is not a number below {StreamsMax}";
        if (!TryNumber(line[parts[1]], int.MaxValue, out var size)) return "the size is not a number of bytes";
        var md5 = line[parts[2]];
        if (md5.Length != 32 || !UInt128.TryParse(md5, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            return "the MD5 is not 32 hex digits";
        }

        if (++Count > CountMax) return $"more than {CountMax} samples";
        while (_streams.Count <= stream) _streams.Add([]);
        _streams[stream].Add((size, value));
        return null;
    }

    private static bool TryNumber(ReadOnlySpan<char> text, int max, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= max;
}
