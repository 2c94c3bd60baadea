using Akka.Actor;
using Akka.TestKit;
using Xunit;
using Xunit.Sdk;

namespace Sim.Tests.Runtime.TestKit;

public sealed class TestProbeTests : Akka.TestKit.Xunit2.TestKit
{
    [Fact]
    public void A_probe_sends_replies_and_forwards()
    {
        var a = CreateTestProbe();
        var b = CreateTestProbe("named");
        var echo = ActorOf<EchoActor>();

        a.Send(echo, "hello");
        a.ExpectMsg("hello");
        Assert.Equal(echo, a.Sender);
        a.Send(b, "question");
        b.ExpectMsg("question");
        b.Reply("answer");
        a.ExpectMsgFrom(b, "answer");
        b.Forward(TestActor);
        ExpectMsgFrom(a, "question");
        b.Forward(TestActor, "other");
        ExpectMsgFrom(a, "other");
        Assert.EndsWith("/system/named", b.Ref.Path.ToStringWithoutAddress(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_probe_is_a_reference_and_equal_to_its_own()
    {
        var probe = CreateTestProbe();
        IActorRef asRef = probe;

        asRef.Tell("direct");
        probe.ExpectMsgFrom(TestActor, "direct");
        Assert.True(asRef.Equals(probe.Ref));
        Assert.True(probe.Ref.Equals(probe));
        Assert.Equal(probe.Ref.GetHashCode(), probe.GetHashCode());
        Watch(probe);
        Sys.Stop(probe);
        ExpectTerminated(probe);
    }

    [Fact]
    public void A_probe_is_never_the_implicit_sender()
    {
        CreateTestProbe();
        TestActor.Tell("mine");

        ExpectMsgFrom(TestActor, "mine");
    }

    [Fact]
    public async Task The_test_actor_stays_the_implicit_sender_after_an_await()
    {
        await Task.Run(() => { });
        await Task.Yield();
        var echo = ActorOf<EchoActor>();
        echo.Tell("after");

        await ExpectMsgFromAsync(echo, "after");
    }

    [Fact]
    public void A_probe_that_received_nothing_has_nobody_to_reply_to()
    {
        var probe = CreateTestProbe();

        Assert.Throws<IllegalActorStateException>(() => probe.Reply("x"));
        Assert.Throws<NotSupportedException>(() => probe.CreateTestProbe("child"));
    }

    [Fact]
    public void A_pilot_reacts_before_the_message_is_queued_and_names_the_next_pilot()
    {
        var probe = CreateTestProbe();
        probe.SetAutoPilot(new DelegateAutoPilot((sender, message) =>
        {
            sender.Tell($"re: {message}", ActorRefs.NoSender);
            return message is "last" ? AutoPilot.NoAutoPilot : AutoPilot.KeepRunning;
        }));
        foreach (var m in new[] { "one", "last", "ignored" }) probe.Ref.Tell(m, TestActor);

        ExpectMsg("re: one");
        ExpectMsg("re: last");
        ExpectNoMsg(20);
        Assert.Equal(["one", "last", "ignored"], probe.ReceiveN(3).Cast<string>());
        Assert.Throws<ArgumentException>(() => probe.SetAutoPilot(AutoPilot.KeepRunning));
    }

    [Fact]
    public async Task ChildActorOf_makes_a_child_that_the_test_actor_supervises_as_told()
    {
        var child = ChildActorOf(Props.Create<EchoActor>(), "child", SupervisorStrategy.StoppingStrategy);
        Assert.Equal(TestActor.Path, child.Path.Parent);
        Watch(child);
        child.Tell(new InvalidOperationException("stops it"));
        ExpectTerminated(child);

        var restarted = await CreateTestProbe().ChildActorOfAsync<EchoActor>();
        Watch(restarted);
        restarted.Tell(new InvalidOperationException("restarts it"));
        restarted.Tell("alive");
        ExpectMsg("alive");
        Assert.Throws<InvalidActorNameException>(() => ChildActorOf(Props.Create<EchoActor>(), "not/a/name"));
    }

    [Fact]
    public void TestActorRef_runs_on_the_calling_thread_and_shows_its_instance()
    {
        var counter = ActorOfAsTestActorRef(() => new Counter(10), "counter");

        counter.Tell(5);
        Assert.Equal(15, counter.UnderlyingActor.Total);
        Assert.EndsWith("/user/counter", counter.Path.ToStringWithoutAddress(), StringComparison.Ordinal);
        IActorRef reference = counter;
        reference.Tell("total");
        ExpectMsgFrom(counter.Ref, 15);
    }

    private sealed class Counter : ReceiveActor
    {
        public Counter(int start)
        {
            Total = start;
            Receive<int>(i => Total += i);
            Receive<string>(_ => Sender.Tell(Total));
        }

        public int Total { get; private set; }
    }
}
