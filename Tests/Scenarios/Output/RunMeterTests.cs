using Sim.Actors.Tracing;
using Sim.Hardware.Crypto;
using Sim.Hardware.Sessions;
using Sim.Scenarios.Output;
using Xunit;

namespace Sim.Tests.Scenarios.Output;

public sealed class RunMeterTests
{
    private readonly RunMeter _meter = new();

    [Fact]
    public void Jobs_bytes_endings_and_refusals_are_counted()
    {
        At(0, new JobSubmitted(0, 1, 2, 0, 100));
        At(0, new JobSubmitted(0, 2, 3, 0, 50));
        At(1, new JobCompleted(0, 1, 0));
        At(1, new JobAborted(0, 2, AbortReason.EngineFault));
        At(1, new JobRefused(0, 3, JobRefusal.DeviceBusy));
        At(1, new CallMisused(0, "FinishSessionKeyRefresh", Misuse.FinishWithoutStart));

        Assert.Equal(
            (2, 150, 1, 1, 1, 1), (_meter.Jobs, _meter.Bytes, _meter.Completed, _meter.Aborted, _meter.Refused, _meter.Misuse));
    }

    [Fact]
    public void A_barrier_lasts_from_the_finish_to_its_opening()
    {
        At(10, new RefreshFinished(0, 5, 1));
        At(30, new KeySwitched(0, 1, default(KeyCheckValue), SwitchReason.Refreshed));

        Assert.Equal((1, 1), (_meter.Refreshes, _meter.Barrier.Count));
        Assert.Equal(TimeSpan.FromTicks(20), _meter.Barrier.Max);
    }

    [Fact]
    public void A_stall_lasts_from_acceptance_to_the_engine()
    {
        At(10, new JobSubmitted(0, 1, 2, 0, 100));
        At(25, new JobDispatched(0, 1, 0, 3, -1));

        Assert.Equal(TimeSpan.FromTicks(15), _meter.Stall.Max);
    }

    [Fact]
    public void A_held_job_that_is_aborted_stalled_until_then()
    {
        At(10, new JobSubmitted(0, 1, 2, 0, 100));
        At(17, new JobAborted(0, 1, AbortReason.SessionClosed));

        Assert.Equal((1, TimeSpan.FromTicks(7)), (_meter.Stall.Count, _meter.Stall.Max));
    }

    private void At(long ticks, TraceEvent happened) => _meter.On(TimeSpan.FromTicks(ticks), happened);
}
