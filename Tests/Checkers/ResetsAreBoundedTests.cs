using Sim.Actors.Tracing;
using Sim.Checkers;
using Sim.Hardware.Resets;
using Xunit;
using static Sim.Tests.Checkers.Told;

namespace Sim.Tests.Checkers;

public sealed class ResetsAreBoundedTests
{
    private readonly ResetsAreBounded _property = new();

    [Fact]
    public void Holds_when_the_reset_that_is_one_too_many_ends_the_device() => _property.To(
        Due(0), Reset(0, job: 1), Due(1), Reset(0, job: 2), Due(2), DeviceWasRemoved.Instance).IsHeld();

    [Fact]
    public void Violated_when_it_is_carried_out() => _property.To(
        Due(0), Reset(0, job: 1), Due(1), Reset(0, job: 2), Due(2), Reset(0, job: 3)).IsViolated("engine 0");

    [Fact]
    public void Resets_count_no_more_when_the_time_is_over() => _property.To(
        Due(0), Reset(0, job: 1), Due(1), Reset(0, job: 2), Due(60), Reset(0, job: 3)).IsHeld();

    [Fact]
    public void Not_reached_where_nothing_bounds_them() => _property.To(Reset(0, job: 1), Reset(0, job: 2)).IsNotReached();

    [Fact]
    public void Reset_that_is_allowed_may_be_carried_out_behind_the_one_that_is_not() => _property.To(
        Due(0, engine: 1), Reset(1, job: 1), Due(1, engine: 1), Due(2), Reset(1, job: 2), DeviceWasRemoved.Instance).IsHeld();

    private static TraceEvent Due(int second, int engine = 0) =>
        new ResetDue(engine, TimeSpan.FromSeconds(second), new ResetLimits(2, TimeSpan.FromSeconds(60)));
}
