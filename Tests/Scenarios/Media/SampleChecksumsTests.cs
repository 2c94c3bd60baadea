using Sim.Scenarios.Media;
using Xunit;

namespace Sim.Tests.Scenarios.Media;

public sealed class SampleChecksumsTests
{
    private const string EmptyMd5 = "d41d8cd98f00b204e9800998ecf8427e"; // RFC 1321, appendix A.5
    private const string AbcMd5 = "900150983cd24fb0d6963f7d28e17f72";

    [Fact]
    public void Load_takes_streams_interleaved_anyhow()
    {
        var list = Load($"# header\n1, 3, {AbcMd5}\n0,0,{EmptyMd5}\r\n\n  1 ,0, {EmptyMd5.ToUpperInvariant()} \n");
        Assert.Equal((3, 2), (list.Count, list.StreamCount));
        Assert.Equal((1, 2, 0), (list.CountOf(0), list.CountOf(1), list.CountOf(2)));
        Assert.True(list.TryGet(1, 0, out var size, out var md5));
        Assert.Equal((3, SampleChecksums.Md5("abc"u8)), (size, md5));
        Assert.True(list.TryGet(1, 1, out size, out md5));
        Assert.Equal((0, SampleChecksums.Md5([])), (size, md5));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, -1)]
    [InlineData(1, 0)]
    [InlineData(-1, 0)]
    public void TryGet_finds_nothing_beside_the_list(int stream, long number) =>
        Assert.False(Load($"0,0,{EmptyMd5}\n").TryGet(stream, number, out _, out _));

    [Theory]
    [InlineData("0,1")]
    [InlineData("0,1," + AbcMd5 + ",2")]
    [InlineData("x,1," + AbcMd5)]
    [InlineData("-1,1," + AbcMd5)]
    [InlineData("99999,1," + AbcMd5)]
    [InlineData("0,x," + AbcMd5)]
    [InlineData("0,99999999999," + AbcMd5)]
    [InlineData("0,1,900150983cd24fb0")]
    [InlineData("0,1,z00150983cd24fb0d6963f7d28e17f72")]
    public void Load_names_the_line_that_is_wrong(string line)
    {
        var error = Assert.Throws<MediaException>(() => Load($"# one\n0,0,{EmptyMd5}\n{line}\n"));
        Assert.Contains(": line 3: ", error.Message);
    }

    [Fact]
    public void Load_refuses_endless_lines_and_missing_files()
    {
        Assert.Contains("longer than", Assert.Throws<MediaException>(() => Load(new string('#', 5000))).Message);
        Assert.Contains("cannot be read", Assert.Throws<MediaException>(() => SampleChecksums.Load("/no/such/list")).Message);
    }

    [Fact]
    public void WriteLine_writes_what_Load_reads()
    {
        var writer = new StringWriter();
        SampleChecksums.WriteLine(writer, 2, 3, SampleChecksums.Md5("abc"u8));
        Assert.Equal($"2,3,{AbcMd5}\n", writer.ToString());
        Assert.True(Load(writer.ToString()).TryGet(2, 0, out _, out _));
    }

    private static SampleChecksums Load(string text)
    {
        using var folder = new TemporaryDirectory();
        File.WriteAllText(folder["list"], text);
        return SampleChecksums.Load(folder["list"]);
    }
}
