using Akka.Actor;
using Akka.Dispatch.SysMsg;
using Akka.TestKit;
using Xunit;

namespace Sim.Tests.Runtime.TestKit;

/// <summary>Handling messages past the mailbox, and sending what the runtime sends.</summary>
public sealed class TestActorRefTests() : Akka.TestKit.Xunit2.TestKit("akka.loglevel = OFF")
{
    private sealed class Counter : ReceiveActor
    {
        public Counter()
        {
            Receive<int>(by => Count += by);
            Receive<string>(text =>
            {
                LastSender = Sender;
                throw new FormatException(text);
            });
            ReceiveAsync<long>(async by =>
            {
                await Task.Yield();
                Count += (int)by;
            });
            ReceiveAsync<Guid>(async _ =>
            {
                await Task.Yield();
                throw new FormatException("later");
            });
        }

        public int Count { get; private set; }

        public IActorRef? LastSender { get; private set; }
    }

    [Fact]
    public void Receive_handles_a_message_here_and_now_and_its_failure_comes_out()
    {
        var counter = ActorOfAsTestActorRef<Counter>();
        counter.Receive(3);
        Assert.Equal(3, counter.UnderlyingActor.Count);
        Assert.Equal("bad", Assert.Throws<FormatException>(() => counter.Receive("bad", TestActor)).Message);
        Assert.Equal(TestActor, counter.UnderlyingActor.LastSender);
        counter.Tell(1);
        Assert.Equal(4, counter.UnderlyingActor.Count);
    }

    [Fact]
    public async Task ReceiveAsync_ends_with_the_handler_and_fails_as_it_does()
    {
        var counter = ActorOfAsTestActorRef<Counter>();
        await counter.ReceiveAsync(5L);
        Assert.Equal(5, counter.UnderlyingActor.Count);
        await counter.ReceiveAsync(1);
        Assert.Equal("later", (await Assert.ThrowsAsync<FormatException>(() => counter.ReceiveAsync(Guid.Empty))).Message);
        await Assert.ThrowsAsync<FormatException>(() => counter.ReceiveAsync("now"));
        AwaitCondition(() =>
        {
            counter.Tell(1);
            return counter.UnderlyingActor.Count > 6;
        });
    }

    [Fact]
    public void A_system_message_reaches_the_actor_and_the_probe()
    {
        var counter = ActorOfAsTestActorRef<Counter>();
        Watch(counter);
        counter.SendSystemMessage(new Terminate());
        ExpectTerminated(counter);
        var probe = CreateTestProbe();
        Watch(probe.Ref);
        probe.SendSystemMessage(new Terminate());
        ExpectTerminated(probe.Ref);
    }

    [Fact]
    public void Probes_compare_as_their_references()
    {
        var (a, b) = (CreateTestProbe(), CreateTestProbe());
        Assert.Equal(0, a.CompareTo(a.Ref));
        Assert.Equal(Math.Sign(a.Ref.CompareTo(b.Ref)), Math.Sign(a.CompareTo(b)));
    }
}
