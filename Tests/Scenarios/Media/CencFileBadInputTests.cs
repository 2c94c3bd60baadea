using System.Buffers.Binary;
using System.Text;
using Sim.Scenarios.Media;
using Xunit;

namespace Sim.Tests.Scenarios.Media;

public sealed class CencFileBadInputTests
{
    private static readonly TestKey Key = TestKey.Number(1);
    private static readonly TestMovie Movie = new(TestTrack.Make(1, 10, Key));
    private static readonly TestMovie Fragmented = Movie with { PerFragment = 4, HasIndexes = true };
    private static readonly byte[] File = Movie.Write(encrypted: true);
    private static readonly byte[] FragmentedFile = Fragmented.Write(encrypted: true);

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("abc", "is not an MP4 file")]
    [InlineData("This is a text file, which is something else.", "is not an MP4 file")]
    [InlineData("\0\0\0\u0010ftypisom\0\0\0\0", "has no movie box (moov)")]
    public void Open_refuses_what_is_no_movie(string content, string cause) =>
        Assert.Contains(cause, Refusal(Encoding.Latin1.GetBytes(content)));

    [Fact]
    public void Open_refuses_a_missing_file_and_a_directory()
    {
        using var folder = new TemporaryDirectory();
        Assert.Contains("cannot be read", Assert.Throws<MediaException>(() => CencFile.Open(folder["none.mp4"])).Message);
        Assert.Contains("directory", Assert.Throws<MediaException>(() => CencFile.Open(folder.Root)).Message);
    }

    [Theory]
    [InlineData("cbcs")]
    [InlineData("cens")]
    [InlineData("cbc1")]
    public void Open_names_a_scheme_that_is_not_supported(string scheme)
    {
        var message = Refusal((Movie with { Scheme = scheme }).Write(encrypted: true));
        Assert.Contains($"scheme '{scheme}' is not supported, only 'cenc'", message);
        Assert.Contains("moov/trak/mdia/minf/stbl/stsd/encv", message);
    }

    [Theory]
    [InlineData("tenc", 11, 0, "constant IV")]
    [InlineData("tenc", 11, 7, "an IV of 7 bytes")]
    [InlineData("tenc", 10, 2, "isProtected is 2")]
    [InlineData("senc", 11, 99, "describes 99 samples, but there are 10")]
    [InlineData("senc", 21, 1, "sub-samples")]
    [InlineData("senc", 25, 200, "sub-samples of")]
    [InlineData("senc", 7, 0, "bytes are left behind its last sample")]
    [InlineData("stsc", 15, 2, "begins at chunk 2")]
    [InlineData("stsc", 19, 9, "stsc")]
    [InlineData("stsc", 23, 2, "names sample entry 2 of 1")]
    [InlineData("stsz", 12, 127, "more than")]
    [InlineData("stsz", 13, 1, "do not fit")]
    [InlineData("stco", 12, 255, "stco")]
    [InlineData("url ", 7, 0, "in another file")]
    [InlineData("minf", -4, 127, "claims")]
    [InlineData("mdat", -3, 1, "the file has")]
    [InlineData("mvhd", -1, 7, "less than its header")]
    [InlineData("frma", 0, 0x78, "has no 'frma'")]
    [InlineData("schm", 0, 0x78, "has no 'schm'")]
    [InlineData("tenc", 0, 0x78, "has no 'tenc'")]
    [InlineData("sinf", 0, 0x78, "has no protection scheme information (sinf)")]
    [InlineData("senc", 0, 0x78, "is encrypted but has no auxiliary information")]
    [InlineData("stbl", 0, 0x78, "has no 'stbl'")]
    public void Open_refuses_damage_to_a_progressive_file(string box, int at, byte value, string cause) =>
        Assert.Contains(cause, Refusal(Damage(File, box, at, value)));

    [Theory]
    [InlineData("tfhd", 11, 9, "names track 9")]
    [InlineData("tfhd", 7, 2, "sample entry")]
    [InlineData("trun", 8, 127, "more than")]
    [InlineData("trun", 11, 5, "trun")]
    [InlineData("trun", 13, 127, "lies")]
    [InlineData("senc", 11, 5, "describes 5 samples, but there are 4")]
    [InlineData("moof", -4, 1, "claims")]
    [InlineData("sidx", 28, 127, "beyond the file")]
    [InlineData("tfra", 28, 127, "tfra")]
    public void Open_refuses_damage_to_a_fragmented_file(string box, int at, byte value, string cause) =>
        Assert.Contains(cause, Refusal(Damage(FragmentedFile, box, at, value)));

    [Fact]
    public void Open_refuses_samples_that_share_bytes()
    {
        var file = File.ToArray();
        var offsets = File.AsSpan().IndexOf("stco"u8) + 12;
        file.AsSpan(offsets, 4).CopyTo(file.AsSpan(offsets + 4));
        Assert.Contains("belongs to two samples", Refusal(file));
    }

    [Fact]
    public void Open_refuses_a_sample_of_more_than_32_mib()
    {
        var file = File.ToArray();
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(File.AsSpan().IndexOf("stsz"u8) + 16), CencFile.SampleSizeMax + 1);
        var message = Refusal(file);
        Assert.Contains("track 1, sample 0", message);
        Assert.Contains($"more than {CencFile.SampleSizeMax}", message);
    }

    [Fact]
    public void Open_refuses_an_initialisation_segment_alone()
    {
        var end = FragmentedFile.AsSpan().IndexOf("sidx"u8) - 4;
        Assert.Contains("holds no samples", Refusal(FragmentedFile[..end]));
    }

    [Fact]
    public void Open_refuses_auxiliary_information_beyond_the_file()
    {
        var file = (Movie with { Aux = AuxPlace.SaizInMdat }).Write(encrypted: true);
        Assert.Contains("saio", Refusal(Damage(file, "saio", 15, 255)));
    }

    [Fact]
    public void Open_refuses_claimed_counts_without_allocating_for_them()
    {
        foreach (var (box, at) in new[] { ("stsz", 12), ("stco", 8), ("stsc", 8), ("senc", 8), ("stsd", 8) })
        {
            var file = File.ToArray();
            file.AsSpan(File.AsSpan().IndexOf(Encoding.ASCII.GetBytes(box)) + at, 4).Fill(0xFF);
            var before = GC.GetAllocatedBytesForCurrentThread();
            Assert.Contains(box, Refusal(file));
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
        }
    }

    [Fact]
    public void ReadNext_says_at_the_end_that_the_file_was_written_to()
    {
        using var folder = new TemporaryDirectory();
        using var file = CencFile.Open(folder.Save(File));
        System.IO.File.SetLastWriteTimeUtc(folder["in.mp4"], new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        using var chunks = file.OpenChunks();
        var chunk = new MediaChunk();

        Assert.True(chunks.ReadNext(chunk));
        Assert.Contains("has changed", Assert.Throws<MediaException>(() => chunks.ReadNext(chunk)).Message);
    }

    [Fact]
    public void ReadNext_says_so_when_the_file_became_shorter()
    {
        using var folder = new TemporaryDirectory();
        var path = folder.Save(File);
        using var file = CencFile.Open(path);
        using (var stream = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite)) stream.SetLength(File.Length - 5);
        using var reader = file.OpenChunks();
        var error = Assert.Throws<MediaException>(() => reader.ReadNext(new MediaChunk()));
        Assert.Contains("shorter", error.Message);
    }

    private static byte[] Damage(byte[] file, string box, int at, byte value)
    {
        var damaged = file.ToArray();
        damaged[file.AsSpan().IndexOf(Encoding.ASCII.GetBytes(box)) + at] = value;
        return damaged;
    }

    // Every refusal is one line that begins with the file's name.
    private static string Refusal(byte[] content)
    {
        using var folder = new TemporaryDirectory();
        var path = folder.Save(content);
        var message = Assert.Throws<MediaException>(() => CencFile.Open(path)).Message;
        Assert.StartsWith(path + ": ", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
        return message;
    }
}
