using Akka.Actor;
using Xunit;
using Xunit.Sdk;

namespace Sim.Tests.Runtime.TestKit;

public sealed class WithinTests : Akka.TestKit.Xunit2.TestKit
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(40);
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Within_passes_on_what_its_part_returns()
    {
        Assert.Equal(1, Within(Long, () => 1));
        Assert.Equal(2, await WithinAsync(Long, () => Task.FromResult(2)));
        Assert.Throws<InvalidOperationException>(() => Remaining);
    }

    [Fact]
    public void Within_bounds_the_expectations_inside()
    {
        Within(Long, () => Within(Short, () =>
        {
            Assert.InRange(Remaining, TimeSpan.Zero, Short);
            Assert.Null(ReceiveOne());
        }, epsilonValue: Long));
    }

    [Fact]
    public async Task A_part_that_takes_too_long_fails()
    {
        var error = Assert.ThrowsAny<XunitException>(
            () => Within(Short, () => ReceiveOne(TimeSpan.FromMilliseconds(80))));
        Assert.Contains("at most 40 ms", error.Message, StringComparison.Ordinal);

        var never = new TaskCompletionSource();
        error = await Assert.ThrowsAnyAsync<XunitException>(() => WithinAsync(Short, () => never.Task));
        Assert.Contains("still runs", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_out_of_the_part_itself_is_passed_on()
    {
        await Assert.ThrowsAsync<TimeoutException>(() => WithinAsync(Long, async () =>
        {
            await Task.Yield();
            throw new TimeoutException("mine");
        }));
    }

    [Fact]
    public void A_part_that_is_too_quick_fails()
    {
        var min = TimeSpan.FromSeconds(10);
        var error = Assert.ThrowsAny<XunitException>(() => Within(min, Long, () => { }, "a pause"));

        Assert.Contains("at least 10000 ms", error.Message, StringComparison.Ordinal);
        Assert.Contains("a pause", error.Message, StringComparison.Ordinal);
        Assert.ThrowsAny<XunitException>(() => Within(Short, () => Within(Long, Long, () => { })));
    }

    [Fact]
    public void A_part_may_end_with_waiting_for_silence() => Within(Short, () => ExpectNoMsg());

    [Fact]
    public void An_infinite_or_negative_time_is_refused()
    {
        Assert.Throws<ArgumentException>(() => ExpectMsg<string>(Timeout.InfiniteTimeSpan));
        Assert.Throws<ArgumentException>(() => RemainingOrDilated(TimeSpan.FromSeconds(-5)));
    }

    [Fact]
    public async Task AwaitCondition_tries_until_it_holds_or_names_the_time()
    {
        var tries = 0;
        AwaitCondition(() => ++tries == 3);
        await AwaitConditionAsync(() => Task.FromResult(++tries == 6));
        await AwaitConditionAsync(() => ++tries == 9, Long, TimeSpan.FromMilliseconds(1));
        Assert.Equal(9, tries);
        Assert.False(AwaitConditionNoThrow(() => false, Short));
        Assert.True(await AwaitConditionNoThrowAsync(() => true, Short));

        var error = Assert.ThrowsAny<XunitException>(() => AwaitCondition(() => false, Short, "the door opens"));
        Assert.Contains("the door opens", error.Message, StringComparison.Ordinal);
        Assert.Contains("40 ms", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AwaitAssert_tries_until_it_passes_or_throws_the_last_failure()
    {
        var tries = 0;
        AwaitAssert(() => Assert.Equal(3, ++tries));
        await AwaitAssertAsync(() => Assert.Equal(5, ++tries));
        await AwaitAssertAsync(() =>
        {
            Assert.Equal(7, ++tries);
            return Task.CompletedTask;
        });

        var error = Assert.Throws<InvalidOperationException>(
            () => AwaitAssert(() => throw new InvalidOperationException($"try {++tries}"), Short));
        Assert.Equal($"try {tries}", error.Message);
    }
}

public sealed class TimeFactorTests() : Akka.TestKit.Xunit2.TestKit(
    "akka.test { timefactor = 2, single-expect-default = 10ms, default-timeout = 7s, filter-leeway = 20ms, testkit.debug = on }\nakka.loglevel = DEBUG")
{
    [Fact]
    public void Settings_come_from_the_configuration()
    {
        Assert.Equal(2, TestKitSettings.TestTimeFactor);
        Assert.Equal(TimeSpan.FromMilliseconds(10), TestKitSettings.SingleExpectDefault);
        Assert.Equal(TimeSpan.FromSeconds(7), TestKitSettings.DefaultTimeout);
        Assert.Equal(TimeSpan.FromMilliseconds(20), TestKitSettings.TestEventFilterLeeway);
        Assert.True(TestKitSettings.LogTestKitCalls);
    }

    [Fact]
    public void The_time_factor_stretches_times()
    {
        Assert.Equal(TimeSpan.FromSeconds(6), Dilated(TimeSpan.FromSeconds(3)));
        Assert.Equal(TimeSpan.FromMilliseconds(20), RemainingOrDefault);
        var error = Assert.ThrowsAny<XunitException>(() => ExpectMsg<string>());
        Assert.Contains("20 ms", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Calls_are_logged_on_demand() =>
        EventFilter.Debug(contains: "TestKit received").ExpectOne(TimeSpan.FromSeconds(10), () =>
        {
            TestActor.Tell("logged");
            ExpectMsg("logged");
        });

    [Fact]
    public void A_time_factor_of_zero_is_refused() =>
        Assert.Throws<Akka.Configuration.ConfigurationException>(() => new Akka.TestKit.TestKitSettings("akka.test.timefactor = 0"));
}
