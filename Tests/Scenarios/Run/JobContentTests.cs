using Sim.Scenarios.Run;
using Xunit;

namespace Sim.Tests.Scenarios.Run;

public sealed class JobContentTests
{
    [Fact]
    public void A_job_is_the_same_each_time_it_is_drawn_and_others_differ()
    {
        var (content, again, other) = (new JobContent(1, 5000), new JobContent(1, 5000), new JobContent(2, 5000));
        var shape = content.Draw(3, 7, 10, 5000);

        Assert.Equal(shape, again.Draw(3, 7, 10, 5000));
        Assert.True(content.Of(shape).SequenceEqual(again.Of(shape)));
        Assert.NotEqual(shape, content.Draw(3, 8, 10, 5000));
        Assert.NotEqual(shape, content.Draw(4, 7, 10, 5000));
        Assert.NotEqual(shape, other.Draw(3, 7, 10, 5000));
    }

    [Fact]
    public void Sizes_are_drawn_evenly_and_both_bounds_are_reached()
    {
        var content = new JobContent(1, 13);
        var counts = new int[14];
        for (var job = 0; job < 4000; job++)
            counts[content.Draw(0, job, 10, 13).Size]++;

        Assert.All(counts[..10], count => Assert.Equal(0, count));
        Assert.All(counts[10..], count => Assert.InRange(count, 850, 1150));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 1)]
    [InlineData(65536, 65536)]
    public void Every_slice_lies_within_the_plaintext(int sizeMin, int sizeMax)
    {
        var content = new JobContent(1, sizeMax);
        for (var job = 0; job < 1000; job++)
        {
            var shape = content.Draw(0, job, sizeMin, sizeMax);
            Assert.InRange(shape.Size, sizeMin, sizeMax);
            Assert.Equal(shape.Size, content.Of(shape).Length);
        }
    }
}
