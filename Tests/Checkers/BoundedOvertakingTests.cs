using Sim.Actors.Tracing;
using Sim.Checkers;
using Sim.Hardware.Sessions;
using Xunit;
using static Sim.Tests.Checkers.Told;
using KeyMarkerMet = Sim.Actors.Tracing.KeyMarkerMet;

namespace Sim.Tests.Checkers;

public sealed class BoundedOvertakingTests
{
    private readonly BoundedOvertaking _property = new();

    [Fact]
    public void Holds_while_a_job_is_overtaken_nine_times() =>
        _property.To([Opened(), Urgent, Dispatched(1, 0), .. Overtakers(9), Began(1, 0)]).IsHeld();

    [Fact]
    public void Violated_by_the_tenth_that_overtakes() =>
        _property.To([Opened(), Urgent, Dispatched(1, 0), .. Overtakers(10)]).IsViolated("job 1 waits at engine 0");

    [Fact]
    public void Holds_for_nine_more_behind_one_that_was_before() =>
        _property.To([Opened(), Urgent, Dispatched(99, 0), Dispatched(1, 0), Began(99, 0), .. Overtakers(18)]).IsHeld();

    [Fact]
    public void Violated_by_the_tenth_for_each_that_was_before() =>
        _property.To([Opened(), Urgent, Dispatched(99, 0), Dispatched(1, 0), Began(99, 0), .. Overtakers(19)]).IsViolated("behind 1 others");

    [Fact]
    public void Other_engines_overtake_nobody() =>
        _property.To([Opened(), Urgent, Dispatched(1, 0), .. Overtakers(30, engine: 1)]).IsNotReached();

    [Fact]
    public void Job_that_was_aborted_waits_no_more() =>
        _property.To([Opened(), Urgent, Dispatched(1, 0), .. Overtakers(1), Aborted(1), .. Overtakers(30)]).IsHeld();

    [Fact]
    public void Jobs_from_before_there_were_priorities_count_as_many_as_there_may_be() =>
        _property.To([Opened(jobs: 1), Dispatched(99, 0), Urgent, Dispatched(1, 0), .. Overtakers(18)]).IsHeld();

    [Theory]
    [InlineData(18, false)]
    [InlineData(9, true)]
    public void Marker_counts_as_one_that_was_before_until_it_is_met(int most, bool isMet)
    {
        TraceEvent[] told = [Opened(policy: "marker"), Urgent, Finished(2, 1), .. isMet ? [new KeyMarkerMet(0, 1, 0)] : Array.Empty<TraceEvent>(), Dispatched(1, 1)];

        _property.To([.. told, .. Overtakers(most)]).IsHeld();
        new BoundedOvertaking().To([.. told, .. Overtakers(most + 1)]).IsViolated("job 1 waits at engine 0");
    }

    [Fact]
    public void Not_reached_where_all_sessions_are_equal() =>
        _property.To([Opened(), Opened(session: 1), Dispatched(1, 0), .. Overtakers(30)]).IsNotReached();

    private static TraceEvent Urgent =>
        new SessionOpened(1, "slots", new SessionLimits(4, 2) { Priority = SessionPriority.Realtime });

    private static IEnumerable<TraceEvent> Overtakers(int count, int engine = 0)
    {
        for (var job = 100; job < 100 + count; job++)
        {
            yield return Dispatched(job, 0, session: 1, engine: engine);
            yield return Began(job, 0, engine);
        }
    }
}
