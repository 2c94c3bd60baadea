using System.Collections;
using Akka.Actor;
using Xunit;
using Xunit.Sdk;

namespace Sim.Tests.Runtime.TestKit;

public sealed class ReceiveTests : Akka.TestKit.Xunit2.TestKit
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(30);

    [Fact]
    public async Task ReceiveOne_answers_with_null_when_the_time_is_over()
    {
        Assert.Null(ReceiveOne(Short));
        Assert.Null(ReceiveOne(TimeSpan.Zero));
        Assert.Null(await ReceiveOneAsync(Short));
        Assert.False(TryReceiveOne(out var envelope, Short));
        Assert.Throws<IllegalActorStateException>(() => envelope.Message);
    }

    [Fact]
    public void ReceiveOne_and_TryReceiveOne_take_the_message_with_its_sender()
    {
        TestActor.Tell("a");
        TestActor.Tell("b");

        Assert.Equal("a", ReceiveOne());
        Assert.Equal("a", LastMessage);
        Assert.True(TryReceiveOne(out var envelope));
        Assert.Equal(("b", TestActor), (envelope.Message, envelope.Sender));
        Assert.Equal(TestActor, LastSender);
        Assert.False(HasMessages);
    }

    [Fact]
    public async Task PeekOne_leaves_the_message()
    {
        TestActor.Tell("a");

        Assert.Equal("a", PeekOne());
        Assert.Equal("a", await PeekOneAsync());
        Assert.True(TryPeekOne(out var envelope, null, default));
        Assert.Equal("a", envelope.Message);
        ExpectMsg("a");
        Assert.Null(PeekOne(TimeSpan.Zero));
    }

    [Fact]
    public async Task ReceiveN_takes_as_many_or_fails_with_what_came()
    {
        for (var i = 1; i <= 5; i++) TestActor.Tell(i);

        Assert.Equal([1, 2], ReceiveN(2).Cast<int>());
        var later = new List<object>();
        await foreach (var message in ReceiveNAsync(2)) later.Add(message);
        Assert.Equal([3, 4], later.Cast<int>());
        var error = Assert.ThrowsAny<XunitException>(() => ReceiveN(2, Short));
        Assert.Contains("received 1", error.Message, StringComparison.Ordinal);
        Assert.Contains("5 (System.Int32)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReceiveWhile_leaves_the_message_that_ends_it()
    {
        foreach (var m in new object[] { 1, 2, "x", 3, 4, "y" }) TestActor.Tell(m);

        Assert.Equal([1, 2], ReceiveWhile<object>(null, m => m is int ? m : null!).Cast<int>());
        ExpectMsg("x");
        Assert.Equal([3], ReceiveWhile<int>(i => i == 3, shouldIgnoreOtherMessageTypes: false));
        Assert.Equal([4], ReceiveWhile<int>(_ => true, Short));
        TestActor.Tell(5);
        TestActor.Tell(6);
        var later = new List<int>();
        await foreach (var m in ReceiveWhileAsync<int>(_ => true, msgs: 1)) later.Add(m);
        Assert.Equal([5], later);
        ExpectMsg(6);
    }

    [Fact]
    public void ReceiveWhile_ends_when_no_message_comes_for_the_idle_time()
    {
        TestActor.Tell(1);

        Assert.Equal([1], ReceiveWhile<int>(_ => true, TimeSpan.FromSeconds(60), Short));
    }

    [Fact]
    public async Task FishForMessage_passes_over_the_others()
    {
        foreach (var m in new object[] { 1, "a", 2, "b", 3, "c" }) TestActor.Tell(m);
        var others = new ArrayList { "old" };

        Assert.Equal("a", FishForMessage(m => m is string));
        Assert.Equal("b", FishForMessage<string>(m => m == "b", others));
        Assert.Equal([2], others);
        await FishUntilMessageAsync<string>();
        Assert.Equal("c", LastMessage);
    }

    [Fact]
    public void FishForMessage_lists_what_it_passed_over_when_it_fails()
    {
        TestActor.Tell("red herring");

        var error = Assert.ThrowsAny<XunitException>(() => FishForMessage<int>(_ => true, Short, "an answer"));

        Assert.Contains("red herring", error.Message, StringComparison.Ordinal);
        Assert.Contains("an answer", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WaitForRadioSilence_collects_until_nothing_comes()
    {
        TestActor.Tell(1);
        TestActor.Tell(2);

        Assert.Equal(new ArrayList { 1, 2 }, await WaitForRadioSilenceAsync(Short));
        TestActor.Tell(3);
        await Assert.ThrowsAnyAsync<XunitException>(() => WaitForRadioSilenceAsync(Short, 0));
    }

    [Fact]
    public void IgnoreMessages_drops_what_matches_until_it_is_ended()
    {
        IgnoreMessages<int>(i => i > 1);
        TestActor.Tell(1);
        TestActor.Tell(2);
        IgnoreMessages<string>();
        TestActor.Tell("s");
        IgnoreMessages(m => m is long);
        TestActor.Tell(3L);
        IgnoreNoMessages();
        TestActor.Tell("end");

        ExpectMsg(1);
        ExpectMsg("end");
    }
}
