using Akka.Actor;
using Xunit;
using Xunit.Sdk;

namespace Sim.Tests.Runtime.TestKit;

public sealed class ExpectMsgTests : Akka.TestKit.Xunit2.TestKit
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(30);

    [Fact]
    public void ExpectMsg_takes_the_next_message_in_every_form()
    {
        for (var i = 1; i <= 7; i++) TestActor.Tell($"m{i}");

        Assert.Equal("m1", ExpectMsg<string>());
        Assert.Equal("m2", ExpectMsg("m2"));
        Assert.Equal("m3", ExpectMsg<string>(m => m.EndsWith('3')));
        Assert.Equal("m4", ExpectMsg<string>(m => Assert.Equal("m4", m)));
        Assert.Equal("m5", ExpectMsg<string>((m, sender) => m == "m5" && sender.Equals(TestActor)));
        Assert.Equal("m6", ExpectMsg<string>((m, sender) => Assert.Equal(TestActor, sender)));
        Assert.Equal("m7", ExpectMsg("M7", (a, b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task ExpectMsgAsync_takes_the_next_message_in_every_form()
    {
        var echo = ActorOf<EchoActor>();
        for (var i = 1; i <= 7; i++) echo.Tell($"m{i}");

        Assert.Equal("m1", await ExpectMsgAsync<string>());
        Assert.Equal("m2", await ExpectMsgAsync("m2"));
        Assert.Equal("m3", await ExpectMsgAsync<string>(m => m.EndsWith('3')));
        Assert.Equal("m4", await ExpectMsgAsync<string>(m => Assert.Equal("m4", m)));
        Assert.Equal("m5", await ExpectMsgAsync<string>((m, sender) => m == "m5" && sender.Equals(echo)));
        Assert.Equal("m6", await ExpectMsgAsync<string>((m, sender) => Assert.Equal(echo, sender)));
        Assert.Equal("m7", await ExpectMsgAsync("M7", (a, b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void ExpectMsg_compares_collections_by_their_elements()
    {
        TestActor.Tell(new[] { 1, 2 });

        ExpectMsg(new[] { 1, 2 });
    }

    [Fact]
    public void A_wrong_type_is_reported_with_what_came_and_what_is_still_queued()
    {
        TestActor.Tell(42);
        TestActor.Tell("waiting");

        var error = Assert.ThrowsAny<XunitException>(() => ExpectMsg<string>(hint: "the greeting"));

        Assert.Contains("System.String", error.Message, StringComparison.Ordinal);
        Assert.Contains("the greeting", error.Message, StringComparison.Ordinal);
        Assert.Contains("received 42 (System.Int32)", error.Message, StringComparison.Ordinal);
        Assert.Contains("Still queued: 1", error.Message, StringComparison.Ordinal);
        Assert.Contains("\"waiting\"", error.Message, StringComparison.Ordinal);
        ExpectMsg("waiting");
    }

    [Fact]
    public void A_wrong_value_is_reported_with_both_values()
    {
        TestActor.Tell("{0} came");

        var error = Assert.ThrowsAny<XunitException>(() => ExpectMsg("wanted"));

        Assert.Contains("\"wanted\"", error.Message, StringComparison.Ordinal);
        Assert.Contains("{0} came", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_condition_that_does_not_hold_is_reported()
    {
        TestActor.Tell("a");
        TestActor.Tell("b");

        var error = Assert.ThrowsAny<XunitException>(() => ExpectMsg<string>(m => m == "x"));

        Assert.Contains("\"a\"", error.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => ExpectMsg<string>(new Action<string>(_ => throw new InvalidOperationException())));
    }

    [Fact]
    public async Task A_missing_message_is_reported_with_the_time()
    {
        var error = Assert.ThrowsAny<XunitException>(() => ExpectMsg<string>(Short));
        var later = await Assert.ThrowsAnyAsync<XunitException>(async () => await ExpectMsgAsync<string>(Short));

        Assert.Contains("30 ms", error.Message, StringComparison.Ordinal);
        Assert.Contains("no message came", error.Message, StringComparison.Ordinal);
        Assert.Equal(error.Message, later.Message);
    }

    [Fact]
    public async Task A_cancelled_wait_ends_at_once()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        Assert.ThrowsAny<OperationCanceledException>(() => ExpectMsg<string>(cancellationToken: source.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await ExpectMsgAsync<string>(cancellationToken: source.Token));
        using var later = new CancellationTokenSource(20);
        Assert.ThrowsAny<OperationCanceledException>(() => ExpectMsg<string>(cancellationToken: later.Token));
    }

    [Fact]
    public void ExpectMsgFrom_looks_at_the_sender_too()
    {
        var a = CreateTestProbe("a");
        var b = CreateTestProbe("b");
        for (var i = 0; i < 6; i++) a.Send(TestActor, i);

        Assert.Equal(0, ExpectMsgFrom<int>(a));
        Assert.Equal(1, ExpectMsgFrom(a.Ref, 1));
        Assert.Equal(2, ExpectMsgFrom<int>(a, m => m == 2));
        Assert.Equal(3, ExpectMsgFrom<int>(sender => sender.Equals(a.Ref), m => m == 3));
        Assert.Equal(4, ExpectMsgFrom<int>(a, m => Assert.Equal(4, m)));
        var error = Assert.ThrowsAny<XunitException>(() => ExpectMsgFrom<int>(b));
        Assert.Contains("/b#", error.Message, StringComparison.Ordinal);
        Assert.Contains("/a#", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ExpectTerminated_waits_for_the_end_of_a_watched_actor()
    {
        var echo = Watch(ActorOf<EchoActor>("echo"));
        Sys.Stop(echo);

        Assert.Equal(echo, ExpectTerminated(echo).ActorRef);

        var other = Watch(ActorOf<EchoActor>("other"));
        Sys.Stop(other);
        var error = Assert.ThrowsAny<XunitException>(() => ExpectTerminated(echo));
        Assert.Contains("another actor ended", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unwatch_keeps_the_end_from_the_test()
    {
        var echo = await WatchAsync(ActorOf<EchoActor>());
        await UnwatchAsync(echo);
        Assert.True(await echo.GracefulStop(TimeSpan.FromSeconds(3)));

        ExpectNoMsg(Short);
    }

    [Fact]
    public async Task ExpectNoMsg_passes_in_silence_and_names_what_breaks_it()
    {
        ExpectNoMsg(10);
        await ExpectNoMsgAsync(TimeSpan.FromMilliseconds(10));
        TestActor.Tell("noise");

        var error = Assert.ThrowsAny<XunitException>(() => ExpectNoMsg(Short));

        Assert.Contains("\"noise\"", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ExpectMsgAnyOf_takes_one_of_several()
    {
        TestActor.Tell(2);
        TestActor.Tell(4);

        Assert.Equal(2, ExpectMsgAnyOf([1, 2, 3]));
        var error = Assert.ThrowsAny<XunitException>(() => ExpectMsgAnyOf([1, 2, 3]));
        Assert.Contains("received 4", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExpectMsgAllOf_takes_each_in_any_order()
    {
        foreach (var m in new[] { 3, 1, 1, 2, 2, 1 }) TestActor.Tell(m);

        Assert.Equal([1, 1, 3], ExpectMsgAllOf(1, 1, 3));
        var rest = new List<int>();
        await foreach (var m in ExpectMsgAllOfAsync([1, 2, 2])) rest.Add(m);
        Assert.Equal([1, 2, 2], rest);
    }

    [Fact]
    public void ExpectMsgAllOf_reports_what_is_missing_and_what_came_instead()
    {
        TestActor.Tell("a");
        TestActor.Tell("x");

        var error = Assert.ThrowsAny<XunitException>(() => ExpectMsgAllOf(Short, "a", "b"));

        Assert.Contains("came: \"a\"", error.Message, StringComparison.Ordinal);
        Assert.Contains("missing: \"b\"", error.Message, StringComparison.Ordinal);
        Assert.Contains("\"x\"", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ExpectMsgAllOfMatchingPredicates_takes_one_for_each_condition()
    {
        TestActor.Tell(5);
        TestActor.Tell("five");

        var messages = ExpectMsgAllOfMatchingPredicates(
            Akka.TestKit.PredicateInfo.Create<string>(s => s.Length == 4), Akka.TestKit.PredicateInfo.Create<int>(i => i == 5));

        Assert.Equal(["five", 5], messages);
    }
}
