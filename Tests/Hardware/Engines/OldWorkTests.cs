using Sim.Hardware.Engines;
using Xunit;

namespace Sim.Tests.Hardware.Engines;

public sealed class OldWorkTests
{
    [Theory]
    [InlineData(1, 4, 0, 1)]
    [InlineData(4, 4, 0, 1)]
    [InlineData(5, 4, 0, 2)]
    [InlineData(12, 4, 0, 3)]
    [InlineData(12, 1, 0, 12)]
    [InlineData(4, 4, 2.5, 3.5)]
    public void The_fullest_engine_has_the_last_of_the_old_jobs(int jobs, int engines, double others, double jobsLong) =>
        Assert.Equal(jobsLong * 1e-5, new OldWork(jobs, others).Seconds(engines, secondsPerJob: 1e-5), 15);
}
