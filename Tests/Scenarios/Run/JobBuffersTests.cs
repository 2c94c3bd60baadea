using Sim.Scenarios.Run;
using Xunit;

namespace Sim.Tests.Scenarios.Run;

public sealed class JobBuffersTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(1000, 1024)]
    [InlineData(1024, 1024)]
    [InlineData(1025, 2048)]
    public void A_buffer_is_the_next_power_of_two(int size, int expected)
    {
        Assert.True(new JobBuffers(4096).TryRent(size, out var buffer));

        Assert.Equal(expected, buffer.Length);
    }

    [Fact]
    public void A_buffer_that_came_back_is_given_out_again()
    {
        var buffers = new JobBuffers(4096);
        buffers.TryRent(1000, out var first);
        buffers.Return(first!);

        buffers.TryRent(900, out var second);

        Assert.Same(first, second);
    }

    [Fact]
    public void Beyond_its_capacity_nothing_is_given_out_until_something_comes_back()
    {
        var buffers = new JobBuffers(2048);
        buffers.TryRent(1024, out var first);
        Assert.True(buffers.TryRent(1024, out _));
        Assert.False(buffers.TryRent(1, out _));

        buffers.Return(first!);

        Assert.True(buffers.TryRent(1, out _));
        Assert.True(buffers.Held <= 2048);
    }

    [Fact]
    public void A_single_job_may_be_larger_than_the_capacity() =>
        Assert.True(new JobBuffers(16).TryRent(1000, out _));

    [Fact]
    public void Idle_buffers_make_way_for_other_sizes()
    {
        var buffers = new JobBuffers(4096);
        buffers.TryRent(4096, out var large);
        buffers.Return(large!);

        Assert.True(buffers.TryRent(1024, out _));
        Assert.Equal(1024, buffers.Held);
    }

    [Fact]
    public void Buffers_that_never_come_back_can_be_forgotten()
    {
        var buffers = new JobBuffers(2048);
        buffers.TryRent(2048, out _);
        Assert.False(buffers.TryRent(1024, out _));

        buffers.Forget();

        Assert.True(buffers.TryRent(2048, out _));
        Assert.Equal(2048, buffers.Held);
    }
}
