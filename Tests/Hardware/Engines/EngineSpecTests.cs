using Sim.Hardware.Engines;
using Xunit;

namespace Sim.Tests.Hardware.Engines;

public sealed class EngineSpecTests
{
    private static readonly EngineSpec Spec = new(
        Ns(8_000), CyclesPerBlock: 11, ClockHz: 1_000_000_000, SessionSwitch: Ns(5_000), KeyProgramming: Ns(20_000));

    [Theory]
    [InlineData(0, false, false, 8_000)]
    [InlineData(0, true, false, 13_000)]
    [InlineData(0, false, true, 28_000)]
    [InlineData(0, true, true, 33_000)]
    [InlineData(100, false, false, 9_100)]
    [InlineData(1_024, true, false, 24_200)]
    [InlineData(65_536, true, true, 753_800)]
    public void Duration_is_set_up_and_blocks_and_what_is_done_first(long blocks, bool switches, bool programs, long nanoseconds)
    {
        var remainder = 0L;
        Assert.Equal(Ns(nanoseconds), Spec.DurationOf(blocks, switches, programs, ref remainder));
    }

    [Fact]
    public void Part_of_a_tick_is_carried_on_so_that_nothing_drifts()
    {
        // 44 ns each: a tick is 100 ns.
        var remainder = 0L;
        var durations = Enumerable.Range(0, 5).Select(_ => Spec.DurationOf(4, false, false, ref remainder) - Ns(8_000)).ToArray();
        Assert.Equal([Ns(0), Ns(0), Ns(100), Ns(0), Ns(100)], durations);

        for (var job = 5; job < 1_000_000; job++)
            durations[0] += Spec.DurationOf(4, false, false, ref remainder) - Ns(8_000);
        Assert.Equal(TimeSpan.FromMilliseconds(44), durations.Aggregate((a, b) => a + b));
        Assert.Equal(0, remainder);
    }

    [Fact]
    public void Clock_that_divides_no_tick_does_not_drift_either()
    {
        var spec = Spec with { CyclesPerBlock = 1, ClockHz = 3 };
        var remainder = 0L;
        var total = TimeSpan.Zero;
        for (var job = 0; job < 3_000; job++)
            total += spec.DurationOf(1, false, false, ref remainder) - spec.JobSetUp;
        Assert.Equal(TimeSpan.FromSeconds(1_000), total);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(EngineSpec.MaxClockHz)]
    public void Largest_job_is_exact_at_the_slowest_and_the_fastest_clock(long clock)
    {
        const int LargestBlocks = 1 << 27;
        var spec = Spec with { JobSetUp = TimeSpan.Zero, CyclesPerBlock = 1_000, ClockHz = clock };
        var remainder = clock - 1;
        var exact = ((Int128)LargestBlocks * 1_000 * TimeSpan.TicksPerSecond) + remainder;
        Assert.Equal(new TimeSpan((long)(exact / clock)), spec.DurationOf(LargestBlocks, false, false, ref remainder));
        Assert.Equal((long)(exact % clock), remainder);
    }

    [Fact]
    public void Impossible_values_are_named()
    {
        Refuses(Spec with { JobSetUp = Ns(-100) }, nameof(EngineSpec.JobSetUp));
        Refuses(Spec with { CyclesPerBlock = -1 }, nameof(EngineSpec.CyclesPerBlock));
        Refuses(Spec with { ClockHz = 0 }, nameof(EngineSpec.ClockHz));
        Refuses(Spec with { ClockHz = EngineSpec.MaxClockHz + 1 }, nameof(EngineSpec.ClockHz));
        Refuses(Spec with { SessionSwitch = Ns(-100) }, nameof(EngineSpec.SessionSwitch));
        Refuses(Spec with { KeyProgramming = Ns(-100) }, nameof(EngineSpec.KeyProgramming));
        Assert.Same(Spec, Spec.Checked());
    }

    private static void Refuses(EngineSpec spec, string name) =>
        Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(() => spec.Checked()).ParamName);

    private static TimeSpan Ns(long value) => new(value / TimeSpan.NanosecondsPerTick);
}
