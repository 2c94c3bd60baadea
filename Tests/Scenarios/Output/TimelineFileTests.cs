using System.Globalization;
using Sim.Actors.Tracing;
using Sim.Hardware.Sessions;
using Sim.Scenarios.Media;
using Sim.Scenarios.Output;
using Xunit;
using static Sim.Tests.Checkers.Told;

namespace Sim.Tests.Scenarios.Output;

/// <summary>Hand-made runs, one event a microsecond; each file is read again and must obey <see cref="TimelineRules"/>.</summary>
public sealed class TimelineFileTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Job_is_on_its_engine_from_its_start_to_its_ending()
    {
        var drawn = Draw(
            Opened(), Negotiated(1, epoch: 0), Submitted(3, position: 2, epoch: 0), Dispatched(3, epoch: 0, engine: 1),
            Began(3, key: 0, engine: 1), Completed(3));

        Assert.Equal(["engine 1: A s0 j3 e0 at 4 to 5"], drawn.Of("X"));
        Assert.Contains(
            """
            "cat":"job","name":"A s0 j3 e0","dur":1,"cname":"rail_response","args":{"session":0,"job":3,"epoch":0,"bytes":16,"kcv":"000000"}
            """,
            Assert.Single(drawn.Events, happened => happened.GetProperty("ph").GetString() == "X").ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Each_engine_has_a_track_even_when_it_does_nothing() =>
        Assert.Equal(["engine 0", "engine 1", "session 7 (drain)"], Draw(Opened(session: 7, policy: "drain")).Tracks);

    [Fact]
    public void Jobs_of_different_epochs_differ_in_letter_and_colour()
    {
        var drawn = Draw(
            Submitted(1, position: 2, epoch: 0), Dispatched(1, epoch: 0), Began(1, key: 0), Completed(1),
            Submitted(2, position: 5, epoch: 1), Dispatched(2, epoch: 1), Began(2, key: 1), Completed(2),
            Submitted(3, position: 60, epoch: 26), Dispatched(3, epoch: 26), Began(3, key: 26), Completed(3));

        Assert.Equal(
            ["engine 0: A s0 j1 e0 at 2 to 3", "engine 0: B s0 j2 e1 at 6 to 7", "engine 0: A s0 j3 e26 at 10 to 11"],
            drawn.Of("X"));
        var colours = from happened in drawn.Events
                      where happened.TryGetProperty("cname", out _)
                      select happened.GetProperty("cname").GetString();
        Assert.Equal(3, colours.Distinct().Count());
    }

    [Fact]
    public void Job_whose_ending_is_told_late_leaves_its_engine_when_the_next_one_starts()
    {
        var drawn = Draw(
            Submitted(1, position: 2, epoch: 0), Dispatched(1, epoch: 0), Submitted(2, position: 3, epoch: 0),
            Dispatched(2, epoch: 0), Began(1, key: 0), Began(2, key: 0), Completed(1), Completed(2));

        Assert.Equal(["engine 0: A s0 j1 e0 at 4 to 5", "engine 0: A s0 j2 e0 at 5 to 7"], drawn.Of("X"));
    }

    [Fact]
    public void Job_that_hangs_is_marked_and_ends_with_the_reset_that_aborts_it()
    {
        var drawn = Draw(
            Opened(), Submitted(1, position: 2, epoch: 0), Dispatched(1, epoch: 0), Began(1, key: 0), Hung(engine: 0, job: 1),
            Reset(engine: 0, job: 1), Aborted(1, reason: AbortReason.EngineHung));

        Assert.Equal(["engine 0: a s0 j1 e0 aborted at 3 to 5"], drawn.Of("X"));
        Assert.Equal(
            ["engine 0: hangs at 4", "engine 0: reset at 5", "session 0 (slots): j1 aborted: EngineHung at 6"], drawn.Of("i"));
    }

    [Fact]
    public void Barriers_are_spans_from_finish_to_switch_and_may_overlap()
    {
        var drawn = Draw(
            Opened(), Negotiated(1, epoch: 0), Started(), Finished(3, epoch: 1), Started(), Finished(5, epoch: 2), Switched(1),
            Switched(2), Closed());

        Assert.Equal(["session 0 (slots): session 0 barrier at 3", "session 0 (slots): session 0 barrier at 5"], drawn.Of("b"));
        Assert.Equal(["session 0 (slots): session 0 barrier at 6", "session 0 (slots): session 0 barrier at 7"], drawn.Of("e"));
        Assert.Equal(
            ["session 0 (slots): Finish e1 at 3 to 3.1", "session 0 (slots): Finish e2 at 5 to 5.1"], drawn.Of("X"));
        Assert.Equal(
            ["Negotiate at 1", "Start at 2", "Start at 4", "closed at 8"],
            drawn.Of("i").Select(text => text["session 0 (slots): ".Length..]));
    }

    [Fact]
    public void Arrow_goes_from_a_finish_to_the_first_job_that_starts_in_its_epoch()
    {
        var drawn = Draw(
            Opened(), Negotiated(1, epoch: 0), Submitted(1, position: 2, epoch: 0), Dispatched(1, epoch: 0), Began(1, key: 0),
            Started(), Finished(3, epoch: 1),
            Submitted(2, position: 4, epoch: 1), Dispatched(2, epoch: 1, engine: 1),
            Submitted(3, position: 5, epoch: 1), Dispatched(3, epoch: 1), Completed(1),
            Began(3, key: 1), Began(2, key: 1, engine: 1), Completed(2), Completed(3), Switched(1), Closed());

        Assert.Equal(["session 0 (slots): first of its epoch at 6"], drawn.Of("s"));
        Assert.Equal(["engine 0: first of its epoch at 12"], drawn.Of("f"));
    }

    [Fact]
    public void Epoch_without_a_job_has_no_arrow() =>
        Assert.Empty(Draw(Opened(), Negotiated(1, epoch: 0), Finished(2, epoch: 1), Switched(1), Closed()).Of("s"));

    [Fact]
    public void Job_that_goes_to_an_engine_at_once_was_never_held()
    {
        var drawn = Draw(Submitted(1, position: 2, epoch: 0), Dispatched(1, epoch: 0), Began(1, key: 0), Completed(1));
        Assert.Equal(["engines: engine 0 queue at 1", "engines: engine 0 queue at 2"], drawn.Of("C"));
    }

    [Fact]
    public void Held_job_counts_from_its_acceptance_until_it_goes_to_an_engine()
    {
        var drawn = Draw(
            Opened(), Submitted(1, position: 2, epoch: 0), Submitted(2, position: 3, epoch: 0), Dispatched(1, epoch: 0),
            Began(1, key: 0), Completed(1), Aborted(2));
        Assert.Equal(
            ["sessions: held at 1", "sessions: held at 2", "sessions: held at 3", "sessions: held at 6"],
            drawn.Of("C").Where(text => text.Contains("held", StringComparison.Ordinal)));
    }

    [Fact]
    public void Queued_job_that_is_aborted_leaves_the_queue()
    {
        var drawn = Draw(Opened(), Submitted(1, position: 2, epoch: 0), Dispatched(1, epoch: 0, engine: 1), Aborted(1));
        Assert.Equal(["engines: engine 1 queue at 2", "engines: engine 1 queue at 3"], drawn.Of("C"));
    }

    [Fact]
    public void Key_slots_count_while_they_are_referenced()
    {
        var drawn = Draw(
            Programmed(0, session: 0, epoch: 0), Granted(0, session: 0, epoch: 0), Programmed(1, session: 0, epoch: 1),
            Granted(1, session: 0, epoch: 1), Idled(0, session: 0, epoch: 0), Zeroed(0, session: 0, epoch: 0),
            Zeroed(1, session: 0, epoch: 1));
        Assert.Equal(
            ["1 at 1", "2 at 3", "1 at 4", "0 at 6"],
            from happened in drawn.Events
            where happened.GetProperty("ph").GetString() == "C"
            select $"{happened.GetProperty("args").GetProperty("in use")} at {happened.GetProperty("ts")}");
    }

    [Fact]
    public void Refusals_misuse_key_loss_and_wrong_plaintext_are_moments()
    {
        var drawn = Draw(
            Opened(), Negotiated(1, epoch: 0), Refused(4, JobRefusal.DeviceBusy),
            new CallMisused(0, "FinishSessionKeyRefresh", Misuse.FinishWithoutStart), KeyLost(), Closed(),
            new PlaintextCompared(3, "byte 5 differs"));

        Assert.Equal(
            [
                "session 0 (slots): Negotiate at 1", "session 0 (slots): j4 refused: DeviceBusy at 2",
                "session 0 (slots): misuse: FinishWithoutStart at 3", "session 0 (slots): key lost at 4",
                "session 0 (slots): closed at 5", "sessions: j3 wrong plaintext at 6",
            ],
            drawn.Of("i"));
    }

    [Fact]
    public void What_never_ends_is_ended_with_the_file_and_called_so()
    {
        using (var file = new TimelineFile(_directory["t.json"], engines: 1))
        {
            Tell(
                file,
                Opened(), Negotiated(1, epoch: 0), Submitted(1, position: 2, epoch: 0), Dispatched(1, epoch: 0),
                Began(1, key: 0), Finished(3, epoch: 1));
            file.Commit();
        }

        var text = File.ReadAllText(_directory["t.json"]);
        Assert.Contains(""""name":"a s0 j1 e0 not ended"""", text, StringComparison.Ordinal);
        Assert.Contains(""""args":{"ended":"never"}"""", text, StringComparison.Ordinal);
        TimelineRules.Check(_directory["t.json"]);
    }

    [Fact]
    public void Times_are_microseconds_with_a_point_in_every_language()
    {
        var before = CultureInfo.CurrentCulture;
        var commas = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        commas.NumberFormat.NumberDecimalSeparator = ",";
        CultureInfo.CurrentCulture = commas;
        try
        {
            using var file = new TimelineFile(_directory["t.json"], engines: 1);
            file.On(TimeSpan.FromTicks(36_000_000_001_7), Closed());
            file.Commit();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.Contains(""""ts":36000000001.7,"""", File.ReadAllText(_directory["t.json"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Events_out_of_any_order_still_make_a_file_that_opens()
    {
        // What a wrong machine may record: endings and starts of jobs that nobody accepted, or twice.
        Draw(
            Opened(), Began(9, key: 0), Completed(9), Dispatched(9, epoch: 0), Aborted(9), Submitted(1, position: 2, epoch: 0),
            Submitted(1, position: 3, epoch: 0), Dispatched(1, epoch: 0), Dispatched(1, epoch: 0, engine: 1),
            Began(1, key: 0), Began(1, key: 0, engine: 1), Completed(1), Completed(1), Switched(4), Zeroed(3, session: 0, epoch: 0),
            Hung(engine: 1, job: 9), Reset(engine: 5, job: null), Closed(), Closed(), Finished(8, epoch: 3), Switched(3));
    }

    [Fact]
    public void File_that_is_not_committed_leaves_nothing()
    {
        using (var file = new TimelineFile(_directory["t.json"], engines: 1))
            file.On(TimeSpan.Zero, Closed());

        Assert.Empty(_directory.Files);
    }

    [Fact]
    public void File_that_cannot_be_made_is_named() =>
        Assert.Contains(
            "nowhere",
            Assert.Throws<MediaException>(() => new TimelineFile(_directory["nowhere/t.json"], engines: 1)).Message,
            StringComparison.Ordinal);

    private TimelineRules Draw(params ReadOnlySpan<TraceEvent> run)
    {
        using (var file = new TimelineFile(_directory["t.json"], engines: 2))
        {
            Tell(file, run);
            file.Commit();
        }

        var drawn = TimelineRules.Check(_directory["t.json"]);
        Assert.Empty(drawn.Rest);
        return drawn;
    }

    private static void Tell(TimelineFile file, params ReadOnlySpan<TraceEvent> run)
    {
        for (var i = 0; i < run.Length; i++)
            file.On(TimeSpan.FromMicroseconds(i), run[i]);
    }
}
