using Sim.Hardware.Faults;
using Xunit;

namespace Sim.Tests.Hardware.Faults;

public sealed class EngineFaultsTests
{
    private static readonly EngineFault Crash = new(EngineFaultKind.Crash, TimeSpan.Zero);
    private static readonly EngineFault Slow = new(EngineFaultKind.Slow, TimeSpan.FromMilliseconds(1));

    [Fact]
    public void Engine_that_no_rule_names_has_no_faults()
    {
        var faults = new EngineFaults(Plan(new EngineFaultRule(Engine: 1, Crash, Job: 1)), engine: 0);
        Assert.True(faults.IsEmpty);
        Assert.Equal(EngineFault.None, faults.Next(TimeSpan.Zero));
    }

    [Fact]
    public void Rule_by_job_strikes_that_job_and_as_many_behind_it_as_it_says()
    {
        var faults = new EngineFaults(Plan(new EngineFaultRule(0, Crash, Job: 3, Times: 2)), engine: 0);
        Assert.Equal([3, 4], Struck(faults, jobs: 10));
    }

    [Fact]
    public void Rule_by_time_counts_from_the_first_job_of_the_engine()
    {
        var faults = new EngineFaults(Plan(new EngineFaultRule(0, Crash, At: TimeSpan.FromMilliseconds(5))), engine: 0);
        Assert.Equal(EngineFault.None, faults.Next(TimeSpan.FromSeconds(60)));
        Assert.Equal(EngineFault.None, faults.Next(TimeSpan.FromSeconds(60) + TimeSpan.FromMilliseconds(4)));
        Assert.Equal(Crash, faults.Next(TimeSpan.FromSeconds(60) + TimeSpan.FromMilliseconds(6)));
        Assert.Equal(EngineFault.None, faults.Next(TimeSpan.FromSeconds(70)));
    }

    [Fact]
    public void Rule_without_a_trigger_strikes_every_job()
    {
        var faults = new EngineFaults(Plan(new EngineFaultRule(0, Slow, Times: null)), engine: 0);
        Assert.Equal(Enumerable.Range(1, 100), Struck(faults, jobs: 100));
    }

    [Fact]
    public void First_rule_that_strikes_a_job_counts_and_the_other_keeps_its_strike()
    {
        var plan = Plan(new EngineFaultRule(0, Crash, Job: 2), new EngineFaultRule(0, Slow, Job: 2));
        var faults = new EngineFaults(plan, engine: 0);
        Assert.Equal([EngineFault.None, Crash, Slow, EngineFault.None], Enumerable.Range(0, 4).Select(_ => faults.Next(TimeSpan.Zero)));
    }

    [Fact]
    public void Chance_strikes_about_its_share_of_the_jobs_and_the_same_ones_again_for_a_seed()
    {
        var rule = new EngineFaultRule(0, Crash, Chance: 0.1, Times: 100_000);
        var first = Struck(new EngineFaults(Plan(rule), engine: 0), jobs: 10_000);
        var again = Struck(new EngineFaults(Plan(rule), engine: 0), jobs: 10_000);
        var other = Struck(new EngineFaults(Plan(rule) with { Seed = 8 }, engine: 0), jobs: 10_000);
        Assert.InRange(first.Count, 850, 1150);
        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
    }

    [Fact]
    public void Chance_stops_when_its_strikes_are_used_up()
    {
        var faults = new EngineFaults(Plan(new EngineFaultRule(0, Crash, Chance: 0.5, Times: 3)), engine: 0);
        Assert.Equal(3, Struck(faults, jobs: 1000).Count);
    }

    private static FaultPlan Plan(params EngineFaultRule[] rules) => new([.. rules], Seed: 7);

    private static List<int> Struck(EngineFaults faults, int jobs) =>
        [.. Enumerable.Range(1, jobs).Where(_ => faults.Next(TimeSpan.Zero) != EngineFault.None)];
}
