using FsCheck;
using FsCheck.Fluent;
using Sim.Scenarios.Media;
using Xunit;

namespace Sim.Tests.Scenarios.Media;

public sealed class CencFileDamageTests
{
    private static readonly TestMovie Movie = new(
        TestTrack.Make(1, 6, TestKey.Number(1)) with { Groups = [TestKey.Number(3), null] },
        TestTrack.Make(2, 6, TestKey.Number(2, ivSize: 16), subSamples: false));

    private static readonly byte[][] Files =
    [
        Movie.Write(encrypted: true),
        (Movie with { Aux = AuxPlace.SaizPerRun, MoovLast = true, Co64 = true, Wide = true }).Write(encrypted: true),
        (Movie with { PerFragment = 2, HasIndexes = true }).Write(encrypted: true),
        (Movie with { PerFragment = 3, RunsPerFragment = 2, Aux = AuxPlace.SaizInMdat, Base = BaseMode.BaseDataOffset, HasForeignSaio = true })
            .Write(encrypted: true),
    ];

    [Fact]
    public void Random_damage_is_read_or_refused_and_nothing_else()
    {
        using var folder = new TemporaryDirectory();
        var seeds = Gen.Choose(0, int.MaxValue).ToArbitrary();
        Prop.ForAll(seeds, seed => ReadOrRefuse(folder.Save(Damage(new Random(seed))))).Check(Config.QuickThrowOnFailure.WithMaxTest(1500));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_byte_may_be_wrong(int number)
    {
        using var folder = new TemporaryDirectory();
        var path = folder.Save(Files[number]);
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        for (var at = 0; at < Files[number].Length; at++)
        {
            WriteByte(stream, at, (byte)(Files[number][at] ^ 0xFF));
            ReadOrRefuse(path);
            WriteByte(stream, at, Files[number][at]);
        }
    }

    private static void WriteByte(FileStream stream, int at, byte value)
    {
        stream.Position = at;
        stream.WriteByte(value);
    }

    private static byte[] Damage(Random random)
    {
        var file = Files[random.Next(Files.Length)].ToArray();
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var at = random.Next(file.Length);
            file[at] = random.Next(3) switch
            {
                0 => (byte)(file[at] ^ (1 << random.Next(8))),
                1 => (byte)random.Next(256),
                _ => (byte)(random.Next(2) * 255),
            };
        }

        return file;
    }

    // Any exception but a MediaException leaves this method and fails the test.
    private static void ReadOrRefuse(string path)
    {
        try
        {
            using var file = CencFile.Open(path);
            using var reader = file.OpenChunks();
            var chunk = new MediaChunk(4 << 10);
            var (length, samples) = (0L, 0L);
            while (reader.ReadNext(chunk))
            {
                Assert.Equal(length, chunk.OutputOffset);
                length += chunk.Data.Length;
                samples += chunk.Samples.Length;
            }

            Assert.Equal(file.OutputLength, length);
            Assert.Equal(file.SampleCount, samples);
        }
        catch (MediaException error)
        {
            Assert.DoesNotContain('\n', error.Message);
        }
    }
}
