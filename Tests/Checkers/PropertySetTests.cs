using System.Reflection;
using Sim.Actors.Tracing;
using Sim.Checkers;
using Sim.Hardware.Engines;
using Sim.Hardware.Sessions;
using Sim.Tests.Hardware.Sessions.World;
using Sim.Tests.Mutants.Sessions;
using Xunit;

namespace Sim.Tests.Checkers;

public sealed class PropertySetTests
{
    [Fact]
    public void Set_holds_all_named_properties_once_each()
    {
        var all = typeof(Property).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Property)) && type.Namespace == typeof(Property).Namespace)
            .Select(type => type.Name)
            .Order(StringComparer.Ordinal);
        Assert.Equal(all, new PropertySet().Properties.Select(property => property.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Violations_name_the_property_and_the_place()
    {
        var set = new PropertySet();
        set.On(TimeSpan.Zero, Told.Completed(7));
        Assert.True(set.Violated);
        Assert.Equal([(nameof(OneEnding), "job 7 completed, but was not open")], set.Violations);
    }

    [Fact]
    public void First_violation_stands_whatever_follows()
    {
        var set = new PropertySet();
        Assert.Null(set.FirstViolation);
        set.On(TimeSpan.Zero, Told.Submitted(1, position: 1, epoch: -1));
        Assert.False(set.Violated);
        set.On(TimeSpan.Zero, Told.Completed(7));
        set.On(TimeSpan.Zero, Told.Completed(8));
        set.End();
        Assert.True(set.Violated);
        Assert.Equal((nameof(OneEnding), "job 7 completed, but was not open"), set.FirstViolation);

        set.Clear();
        Assert.False(set.Violated);
        Assert.Null(set.FirstViolation);
        set.On(TimeSpan.Zero, Told.Submitted(1, position: 1, epoch: -1));
        set.End();
        Assert.Equal((nameof(EveryJobEnds), "job 1 of session 0 has not ended: it is held"), set.FirstViolation);
    }

    [Fact]
    public void Set_hears_of_what_a_property_of_its_own_is_told_alone()
    {
        var property = new OneEnding();
        var set = new PropertySet([property]);
        property.On(Told.Completed(7));
        Assert.Equal((nameof(OneEnding), "job 7 completed, but was not open"), set.FirstViolation);
    }

    [Fact]
    public void Property_is_in_one_set_at_most()
    {
        var property = new OneEnding();
        _ = new PropertySet([property]);
        Assert.Throws<ArgumentException>(() => new PropertySet([property]));
    }

    [Fact]
    public void End_asks_every_property_what_has_not_happened()
    {
        var set = new PropertySet([new EveryJobEnds(), new BarrierOpens()]);
        set.On(TimeSpan.Zero, Told.Submitted(1, position: 1, epoch: 0));
        set.On(TimeSpan.Zero, Told.Finished(2, epoch: 1));
        Assert.False(set.Violated);
        set.End();
        Assert.Equal([nameof(EveryJobEnds), nameof(BarrierOpens)], set.Violations.Select(violation => violation.Property));
    }

    [Fact]
    public void Property_that_is_off_is_left_out()
    {
        var set = new PropertySet(off: [nameof(OneEnding)]);
        set.On(TimeSpan.Zero, Told.Completed(7));
        Assert.False(set.Violated);
        Assert.Null(set.Find(nameof(OneEnding)));
        Assert.Equal(PropertySet.Names.Where(name => name != nameof(OneEnding)), set.Properties.Select(one => one.Name));
    }

    [Fact]
    public void Property_that_does_not_exist_cannot_be_off()
    {
        var thrown = Assert.Throws<ArgumentException>(() => new PropertySet(off: [nameof(OneEnding), "TwoEndings"]));
        Assert.Contains("'TwoEndings'", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Properties_are_found_by_name()
    {
        Assert.All(new PropertySet().Properties, one => Assert.Equal(one.Kind, PropertySet.KindOf(one.Name)));
        Assert.Equal(PropertyKind.Sometimes, PropertySet.KindOf(nameof(BarrierMetHungEngine)));
        Assert.Null(PropertySet.KindOf("oneending"));
        Assert.Equal(nameof(DrainOrder), new PropertySet().Find(nameof(DrainOrder))?.Name);
    }

    [Theory]
    [InlineData("drain")]
    [InlineData("marker")]
    [InlineData("slots")]
    public void Set_that_was_cleared_judges_the_next_run_like_a_new_one(string policy)
    {
        var used = new PropertySet();
        foreach (var seed in Enumerable.Range(1, 6))
        {
            // What one run leaves open must not leak into the next: this one is cut off in the middle. Half of the runs are
            // of a session that is wrong, so that there is something to say.
            var setup = WorldSetup.Seeded(policy, seed) with { EnginesAreQueues = seed % 3 > 0 };
            if (seed % 2 == 0)
                setup = setup with { AroundSession = right => new TellsNoFault(new AppliesNumberTwice(right)) };
            var run = SessionWorld.Run(setup, Move.Seeded(seed, count: 200)).Trace;
            foreach (var happened in run.Take(run.Count / 2))
                used.On(TimeSpan.Zero, happened);
            if (seed > 3)
                used.End();
            used.Clear();
            Assert.All(used.Properties, property => Assert.Equal(Verdict.NotReached, property.Verdict));
            Assert.All(used.Properties, property => Assert.All(Remembered(property), kept => Assert.True(kept.Entries == 0, kept.Where)));
            Assert.All(Remembered(DocketOf(used)), kept => Assert.True(kept.Entries == 0, kept.Where));

            var fresh = new PropertySet();
            Assert.Equal(Judged(fresh, run), Judged(used, run));
            used.Clear();
        }
    }

    // Everything that a set says of a run, event by event.
    private static List<string> Judged(PropertySet set, IReadOnlyList<TraceEvent> run)
    {
        var said = new List<string>();
        foreach (var happened in run)
        {
            set.On(TimeSpan.Zero, happened);
            said.AddRange(set.Properties.Select(one => $"{one.Name}: {one.Verdict} {one.Violations}"));
        }

        set.End();
        said.AddRange(set.Properties.Select(one => $"{one.Name}: {one.Verdict} {one.Violations}"));
        said.AddRange(set.Violations.Select(violation => $"{violation}"));
        said.Add($"{set.FirstViolation}");
        return said;
    }

    [Theory]
    [InlineData("drain")]
    [InlineData("slots")]
    public void Nothing_is_remembered_of_jobs_and_sessions_that_are_over(string policy)
    {
        for (var seed = 0; seed < 30; seed++)
        {
            var world = SessionWorld.Run(WorldSetup.Seeded(policy, seed), Move.Seeded(seed, count: 200));
            foreach (var property in world.Properties.Properties)
                Assert.All(Remembered(property), kept => Assert.True(kept.Entries == 0, kept.Where));
            // Key slots are hardware: they stay.
            Assert.All(
                Remembered(DocketOf(world.Properties)).Where(kept => !kept.Where.EndsWith("._slots")),
                kept => Assert.True(kept.Entries == 0, kept.Where));
        }
    }

    [Fact]
    public void Jobs_and_sessions_are_kept_apart_however_far_apart_their_numbers_are()
    {
        var set = new PropertySet();
        long[] jobs = [1, 33, 65, 2, long.MaxValue, -31];
        int[] sessions = [0, 32, 64];
        foreach (var session in sessions)
            set.On(TimeSpan.Zero, Told.Opened(session));
        foreach (var session in sessions)
            set.On(TimeSpan.Zero, Told.Negotiated(position: 1, epoch: 0, session));
        for (var i = 0; i < jobs.Length; i++)
            set.On(TimeSpan.Zero, Told.Submitted(jobs[i], position: 2 + (i / sessions.Length), epoch: 0, sessions[i % sessions.Length]));
        for (var i = jobs.Length - 1; i > 0; i--)
            set.On(TimeSpan.Zero, Told.Aborted(jobs[i], sessions[i % sessions.Length]));
        foreach (var session in sessions)
            set.On(TimeSpan.Zero, Told.Closed(session));
        Assert.False(set.Violated);
        set.On(TimeSpan.Zero, Told.Aborted(33, session: 32));
        Assert.Equal((nameof(OneEnding), "job 33 was aborted, but was not open"), set.FirstViolation);
        set.End();
        Assert.Contains((nameof(EveryJobEnds), "job 1 of session 0 has not ended: it is held"), set.Violations);
        Assert.Equal(2, set.Violations.Count());
    }

    [Fact]
    public void Set_does_not_hold_a_named_property_twice() =>
        Assert.Throws<ArgumentException>(() => new PropertySet([new OneEnding(), new OneEnding()]));

    private static object DocketOf(PropertySet set) =>
        typeof(PropertySet).GetField("_docket", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(set)!;

    private static IEnumerable<(string Where, int Entries)> Remembered(object judge) =>
        from field in judge.GetType().GetFields(BindingFlags.Instance | BindingFlags.NonPublic)
        let entries = field.FieldType.GetProperty("Count")?.GetValue(field.GetValue(judge))
        where entries is int
        select ($"{judge.GetType().Name}.{field.Name}", (int)entries);

    [Fact]
    public void Details_are_bounded_and_violations_are_counted_on()
    {
        var property = new OneEnding();
        for (var job = 0; job < Property.MaxDetails + 5; job++)
            property.On(Told.Completed(job));
        Assert.Equal(Property.MaxDetails, property.Details.Count);
        Assert.Equal(Property.MaxDetails + 5, property.Violations);
    }

    [Fact]
    public void Property_is_told_only_of_what_it_is_judged_from()
    {
        var counting = new CountingProperty();
        var set = new PropertySet([counting]);
        foreach (var happened in new[] { Told.Opened(), Told.Submitted(1, position: 1, epoch: 0), Told.Completed(1), Told.Closed() })
        {
            set.On(TimeSpan.Zero, happened);
            counting.On(happened);
        }

        Assert.Equal(4, counting.Count);
    }

    // What is told in parts comes to those who are judged from the event as if one had been made.
    [Fact]
    public void Trace_of_a_set_tells_it_what_a_listener_is_told()
    {
        var (listening, recording) = (new StartsAndSlots(), new StartsAndSlots());
        var (heard, told) = (new PropertySet([.. Named(), listening]), new PropertySet([.. Named(), recording]));
        var change = new KeySlotDecision(KeySlotDecision.Kinds.Granted, Slot: 3, Session: 0, Epoch: 1);
        foreach (var happened in new[] { Told.Opened(), Told.Negotiated(1, epoch: 0), Told.Submitted(7, position: 2, epoch: 0), Told.Dispatched(7, epoch: 0) })
        {
            heard.On(TimeSpan.Zero, happened);
            told.Trace.Record(happened);
        }

        heard.On(TimeSpan.Zero, Told.Began(7, key: 5, engine: 2));
        told.Trace.RecordStart(7, engine: 2, Told.Key(5));
        heard.On(TimeSpan.Zero, new KeySlotChanged(change));
        told.Trace.RecordSlot(change);
        heard.On(TimeSpan.Zero, Told.Completed(7));
        told.Trace.Record(Told.Completed(7));

        Assert.True(told.Trace.IsEnabled);
        Assert.Equal(2, recording.Events.Count);
        Assert.Equal(listening.Events, recording.Events);
        Assert.Equal(2, told.Violations.Count());
        Assert.Equal(heard.Violations, told.Violations);

        static IEnumerable<Property> Named() => [new EpochAtSubmission(), new NoKeyInTwoSlots()];
    }

    [Fact]
    public void Set_counts_jobs_over_all_its_runs()
    {
        var set = new PropertySet();
        for (var run = 0; run < 2; run++)
        {
            set.Clear();
            foreach (var happened in new[]
            {
                Told.Submitted(1, position: 1, epoch: -1), Told.Submitted(2, position: 2, epoch: -1), Told.Started(), Told.Finished(3, epoch: 0),
                Told.Completed(1), Told.Aborted(2), new JobRefused(0, 3, JobRefusal.DeviceBusy),
            })
            {
                set.On(TimeSpan.Zero, happened);
            }
        }

        Assert.Equal(new JobCounts(Jobs: 4, Bytes: 64, Refreshes: 2, Completed: 2, Aborted: 2, Refused: 2), set.Counts);
        Assert.Equal(new JobCounts(8, 128, 4, 4, 4, 4), set.Counts + set.Counts);
        set.Clear();
        Assert.Equal(Verdict.NotReached, set.Find(nameof(EveryJobEnds))!.Verdict);
        Assert.Equal(Verdict.NotReached, set.Find(nameof(OneEnding))!.Verdict);
    }

    [Fact]
    public void Set_that_hears_nothing_has_reached_nothing()
    {
        var set = new PropertySet();
        set.End();
        Assert.False(set.Violated);
        Assert.All(set.Properties, property => Assert.Equal(Verdict.NotReached, property.Verdict));
    }

    [Fact]
    public void Events_that_no_property_speaks_of_change_nothing()
    {
        var set = new PropertySet();
        foreach (var happened in new TraceEvent[] { new SessionOpened(0, "slots", new SessionLimits(1, 1)), new SessionKeyLost(0), new SessionClosed(0) })
            set.On(TimeSpan.Zero, happened);
        Assert.All(set.Properties, property => Assert.Equal(Verdict.NotReached, property.Verdict));
    }

    private sealed class StartsAndSlots() : Property(
        nameof(StartsAndSlots), PropertyKind.Sometimes, typeof(JobStarted), typeof(KeySlotChanged))
    {
        public List<TraceEvent> Events { get; } = [];

        protected override void Judge(TraceEvent happened) => Events.Add(happened);
    }

    private sealed class CountingProperty() : Property(
        nameof(CountingProperty), PropertyKind.Sometimes, typeof(JobCompleted), typeof(SessionClosed))
    {
        public int Count { get; private set; }

        protected override void Judge(TraceEvent happened) => Count++;
    }
}
