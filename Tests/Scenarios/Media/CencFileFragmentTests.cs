using Sim.Scenarios.Media;
using Xunit;

namespace Sim.Tests.Scenarios.Media;

public sealed class CencFileFragmentTests
{
    private static readonly TestKey Key = TestKey.Number(1);

    private static TestMovie Movie => new(
        TestTrack.Make(1, 12, Key),
        TestTrack.Make(2, 12, TestKey.Number(2, ivSize: 16), subSamples: false) with
        {
            Handler = "soun",
            ClearType = "mp4a",
            ProtectedType = "enca",
        })
    {
        PerFragment = 5,
    };

    [Theory]
    [InlineData(BaseMode.DefaultIsMoof)]
    [InlineData(BaseMode.BaseDataOffset)]
    [InlineData(BaseMode.Implied)]
    internal void Output_is_the_clear_file_with_every_kind_of_base(BaseMode mode) => ClearCopy.Check(Movie with { Base = mode });

    [Theory]
    [InlineData(BaseMode.DefaultIsMoof)]
    [InlineData(BaseMode.BaseDataOffset)]
    [InlineData(BaseMode.Implied)]
    internal void Output_is_the_clear_file_when_later_runs_have_no_offset(BaseMode mode) =>
        ClearCopy.Check(Movie with { Base = mode, RunsPerFragment = 3, OmitsLaterOffsets = true });

    [Fact]
    public void Output_is_the_clear_file_with_segment_index_and_random_access_table() =>
        ClearCopy.Check(Movie with { HasIndexes = true });

    [Fact]
    public void Output_is_the_clear_file_when_boxes_have_64_bit_sizes() =>
        ClearCopy.Check(Movie with { HasIndexes = true, Wide = true, Base = BaseMode.BaseDataOffset });

    [Fact]
    public void Output_is_the_clear_file_when_foreign_auxiliary_information_stays() =>
        ClearCopy.Check(Movie with { HasForeignSaio = true });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Output_is_the_clear_file_when_sizes_are_defaults(bool inHeader) =>
        ClearCopy.Check(new TestMovie(TestTrack.Make(1, 9, Key, size: 64))
        {
            PerFragment = 4,
            EqualSizes = true,
            SizesInTfhd = inHeader,
        });

    [Fact]
    public void Output_is_the_clear_file_when_senc_is_a_piff_uuid() => ClearCopy.Check(Movie with { Aux = AuxPlace.PiffUuid });

    [Theory]
    [InlineData(AuxPlace.SaizInMdat)]
    [InlineData(AuxPlace.SaizPerRun)]
    internal void Samples_are_found_when_auxiliary_information_is_in_mdat(AuxPlace place) =>
        ClearCopy.Check(Movie with { Aux = place, RunsPerFragment = 2 });

    [Fact]
    public void Clear_lead_under_a_clear_entry_is_left_alone()
    {
        var track = TestTrack.Make(1, 12, Key) with { HasClearEntry = true };
        for (var i = 0; i < 5; i++) track.Samples[i] = track.Samples[i] with { Entry = 2, Key = null, SubSamples = [] };
        ClearCopy.Check(new TestMovie(track) { PerFragment = 5, HasIndexes = true });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Groups_of_the_movie_and_of_the_fragment_change_keys(int version)
    {
        var (moviesKey, fragmentsKey) = (TestKey.Number(7), TestKey.Number(8, ivSize: 16));
        var track = TestTrack.Make(1, 12, Key) with
        {
            Groups = [null, moviesKey],
            LocalGroups = [fragmentsKey],
            GroupVersion = version,
        };
        var random = new Random(5);
        track.Samples[1] = TestTrack.Sample(random, null, true) with { Group = 1 };
        track.Samples[2] = TestTrack.Sample(random, moviesKey, true) with { Group = 2 };
        track.Samples[6] = TestTrack.Sample(random, fragmentsKey, true) with { Group = 0x10001 };
        var movie = new TestMovie(track) { PerFragment = 5, HasIndexes = true };
        ClearCopy.Check(movie);
        ClearCopy.Check(movie with { Aux = AuxPlace.SaizInMdat });
    }

    [Fact]
    public void Default_group_of_the_movie_holds_in_fragments()
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
        ClearCopy.Check(new TestMovie(track) { PerFragment = 3 });
    }

    [Fact]
    public void Tracks_of_unequal_length_leave_empty_fragments()
    {
        var movie = new TestMovie(TestTrack.Make(1, 12, Key), TestTrack.Make(2, 3, TestKey.Number(2)));
        ClearCopy.Check(movie with { PerFragment = 3, HasIndexes = true });
    }
}
