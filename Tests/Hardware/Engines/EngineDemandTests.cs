using Sim.Hardware.Engines;
using Xunit;

namespace Sim.Tests.Hardware.Engines;

public sealed class EngineDemandTests
{
    private static readonly EngineSpec Spec = new(
        TimeSpan.FromMicroseconds(8), CyclesPerBlock: 11, ClockHz: 1_000_000_000, TimeSpan.FromMicroseconds(5), TimeSpan.FromMicroseconds(20));

    // A frame of 4K video at 25 Mbit/s and 60 frames a second.
    private static readonly EngineDemand Frame = new(25e6 / 60 / 8 / 16, SessionSwitchesPerJob: 0, KeyProgrammingsPerJob: 0);

    [Fact]
    public void A_job_takes_set_up_and_blocks_and_its_share_of_switches_and_programmings() =>
        Assert.Equal(8e-6 + 11e-6 + 2.5e-6 + 2e-6, new EngineDemand(1000, 0.5, 0.1).SecondsPerJob(Spec), 12);

    [Fact]
    public void One_stream_of_4K_video_keeps_an_engine_busy_for_two_thousandths_of_the_time()
    {
        var bare = Spec with { JobSetUp = TimeSpan.Zero };

        Assert.Equal(0.00215, Frame.Utilisation(bare, engines: 1, jobsPerSecond: 60), 5);
        Assert.Equal(465, Frame.SaturationPerSecond(bare, engines: 1) / 60, 0);
        Assert.Equal(380, Frame.SaturationPerSecond(Spec, engines: 1) / 60, 0);
    }

    [Fact]
    public void Engines_are_never_busier_than_all_the_time()
    {
        Assert.Equal(0.5, Frame.Utilisation(Spec, engines: 4, jobsPerSecond: Frame.SaturationPerSecond(Spec, 4) / 2), 12);
        Assert.Equal(1, Frame.Utilisation(Spec, engines: 4, jobsPerSecond: Frame.SaturationPerSecond(Spec, 4) * 2), 12);
        Assert.Equal(0, Frame.Utilisation(Spec, engines: 4, jobsPerSecond: 0));
    }
}
