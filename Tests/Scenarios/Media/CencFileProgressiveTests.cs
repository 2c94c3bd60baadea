using Sim.Scenarios.Media;
using Xunit;

namespace Sim.Tests.Scenarios.Media;

public sealed class CencFileProgressiveTests
{
    private static readonly TestKey Key = TestKey.Number(1);

    private static TestMovie Movie => new(
        TestTrack.Make(1, 10, Key),
        TestTrack.Make(2, 14, TestKey.Number(2, ivSize: 16), subSamples: false) with
        {
            Handler = "soun",
            ClearType = "mp4a",
            ProtectedType = "enca",
            SamplesPerChunk = 4,
        });

    [Fact]
    public void Output_is_the_clear_file_when_two_tracks_have_different_keys_and_iv_sizes() => ClearCopy.Check(Movie);

    [Fact]
    public void Output_is_the_clear_file_when_moov_comes_last() => ClearCopy.Check(Movie with { MoovLast = true });

    [Fact]
    public void Output_is_the_clear_file_when_boxes_have_64_bit_sizes() => ClearCopy.Check(Movie with { Wide = true });

    [Fact]
    public void Output_is_the_clear_file_when_the_last_box_has_size_0() => ClearCopy.Check(Movie with { OpenEnded = true });

    [Fact]
    public void Output_is_the_clear_file_when_chunk_offsets_have_64_bits() => ClearCopy.Check(Movie with { Co64 = true });

    [Fact]
    public void Output_is_the_clear_file_when_samples_lie_in_several_mdats() => ClearCopy.Check(Movie with { Mdats = 3 });

    [Fact]
    public void Output_is_the_clear_file_when_foreign_auxiliary_information_stays() =>
        ClearCopy.Check(Movie with { HasForeignSaio = true });

    [Theory]
    [InlineData(AuxPlace.Senc)]
    [InlineData(AuxPlace.SencInTrak)]
    [InlineData(AuxPlace.SaizInMdat)]
    [InlineData(AuxPlace.SaizPerRun)]
    internal void Samples_are_found_when_auxiliary_information_is_there(AuxPlace place) =>
        ClearCopy.Check(Movie with { Aux = place });

    [Fact]
    public void Output_is_the_clear_file_when_senc_is_a_piff_uuid() =>
        ClearCopy.Check(new TestMovie(TestTrack.Make(1, 10, Key)) { Aux = AuxPlace.PiffUuid });

    [Theory]
    [InlineData(4, 13)]
    [InlineData(8, 200)]
    [InlineData(16, 700)]
    public void Output_is_the_clear_file_when_sizes_are_compact(int bits, int size) =>
        ClearCopy.Check(new TestMovie(TestTrack.Make(1, 9, Key, size: size)) { Stz2 = bits });

    [Fact]
    public void Output_is_the_clear_file_when_all_samples_have_one_size() =>
        ClearCopy.Check(new TestMovie(TestTrack.Make(1, 9, Key, size: 64)) { EqualSizes = true });

    [Fact]
    public void Output_is_the_clear_file_when_a_sample_is_larger_than_the_chunk() =>
        ClearCopy.Check(new TestMovie(TestTrack.Make(1, 3, Key, size: 20_000)));

    [Theory]
    [InlineData("enca", "mp4a", 0, false)]
    [InlineData("enca", "mp4a", 1, true)]
    [InlineData("enct", "stpp", 0, false)]
    [InlineData("encs", "mp4s", 1, false)]
    public void Sample_entries_get_their_format_back(string hidden, string clear, byte tencVersion, bool quickTime)
    {
        var track = TestTrack.Make(1, 4, Key) with
        {
            ProtectedType = hidden,
            ClearType = clear,
            TencVersion = tencVersion,
            IsQuickTimeSound = quickTime,
        };
        using var folder = new TemporaryDirectory();
        var movie = new TestMovie(track);
        ClearCopy.Check(movie);
        using var file = CencFile.Open(folder.Save(movie.Write(encrypted: true)));
        Assert.Equal(clear, file.Tracks[0].Format);
        Assert.True(file.Tracks[0].IsProtected);
    }

    [Fact]
    public void Clear_samples_of_a_clear_entry_are_left_alone()
    {
        var track = TestTrack.Make(1, 12, Key) with { HasClearEntry = true };
        for (var i = 3; i < 6; i++) track.Samples[i] = track.Samples[i] with { Entry = 2, Key = null, SubSamples = [] };
        var movie = new TestMovie(track);
        ClearCopy.Check(movie);
        ClearCopy.Check(movie with { Aux = AuxPlace.SaizInMdat });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Groups_change_the_key_of_their_samples_or_make_them_clear(int version)
    {
        var other = TestKey.Number(7, ivSize: 16);
        var track = TestTrack.Make(1, 12, Key) with { Groups = [other, null], GroupVersion = version };
        var random = new Random(3);
        for (var i = 2; i < 5; i++) track.Samples[i] = TestTrack.Sample(random, other, true) with { Group = 1 };
        for (var i = 7; i < 9; i++) track.Samples[i] = TestTrack.Sample(random, null, true) with { Group = 2 };
        var movie = new TestMovie(track);
        ClearCopy.Check(movie);
        ClearCopy.Check(movie with { Aux = AuxPlace.SaizPerRun });
    }

    [Fact]
    public void Default_group_holds_for_samples_that_nothing_maps()
    {
        var other = TestKey.Number(7);
        var track = TestTrack.Make(1, 6, other) with
        {
            Key = Key,
            Groups = [null, other],
            GroupVersion = 2,
            DefaultGroup = 2,
            MapsGroups = false,
        };
        ClearCopy.Check(new TestMovie(track));
    }

    [Fact]
    public void Clear_file_passes_through_unchanged()
    {
        using var folder = new TemporaryDirectory();
        var clear = Movie.Write(encrypted: false);
        using var file = CencFile.Open(folder.Save(clear));
        Assert.Equal(clear, ClearCopy.Make(file, ContentKeys.Parse([])).Bytes);
        Assert.Empty(file.KeyIds);
        Assert.Equal(24, file.SampleCount);
    }

    [Fact]
    public void Iv_of_eight_bytes_starts_the_block_count_at_zero()
    {
        using var folder = new TemporaryDirectory();
        using var file = CencFile.Open(folder.Save(Movie.Write(encrypted: true)));
        using var reader = file.OpenChunks();
        var chunk = new MediaChunk();
        Assert.True(reader.ReadNext(chunk));
        var sample = chunk.Samples[0];
        Assert.Equal(Movie.Tracks[0].Samples[0].Iv, sample.Protection!.Value.Iv);
        Assert.Equal(0ul, sample.Protection.Value.BlockCount);
        Assert.Equal(Movie.Tracks[0].Samples[0].SubSamples, sample.Protection.Value.SubSamples.ToArray());
    }
}
