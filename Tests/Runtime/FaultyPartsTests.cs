using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Dispatch.MessageQueues;
using Akka.Event;
using Xunit;

namespace Sim.Tests.Runtime;

/// <summary>Parts that users plug in may throw: it is reported, and no actor hangs and no process ends because of it.</summary>
public sealed class FaultyPartsTests() : ActorTest(
    "faulty.mailbox-type = \"Sim.Tests.Runtime.FaultyPartsTests+FaultyMailbox, Sim.Tests\"")
{
    [Fact]
    public async Task A_queue_that_throws_is_reported_and_the_actor_goes_on()
    {
        var (errors, log) = (NewProbe(), NewProbe());
        Sys.EventStream.Subscribe(errors.Ref, typeof(Error));
        Sys.ActorOf(Scripted.Of((message, _) => log.Ref.Tell(message)).WithMailbox("faulty")).Tell("after all");
        Assert.Equal("faulty queue", (await errors.Next<Error>()).Cause!.Message);
        await log.Expect("after all");
    }

    [Fact]
    public async Task A_producer_that_cannot_release_does_not_keep_its_actor_from_the_restart()
    {
        var errors = NewProbe();
        Sys.EventStream.Subscribe(errors.Ref, typeof(Error));
        var actor = Sys.ActorOf(Props.CreateBy(new FaultyProducer()));
        actor.Tell("fail");
        Assert.Equal("alive", await actor.Ask<string>("?", Wait));
        Assert.Equal("broken", (await errors.Next<Error>()).Cause!.Message);
        Assert.Equal("faulty producer", (await errors.Next<Error>()).Cause!.Message);
    }

    public sealed class FaultyMailbox(Settings settings, Config config) : MailboxType(settings, config)
    {
        public override IMessageQueue Create(IActorRef owner, ActorSystem system) => new FaultyQueue();
    }

    private sealed class FaultyQueue : IMessageQueue
    {
        private readonly UnboundedMessageQueue _inner = new();
        private bool _hasThrown;

        public bool HasMessages => _inner.HasMessages;

        public int Count => _inner.Count;

        public void Enqueue(IActorRef receiver, Envelope envelope) => _inner.Enqueue(receiver, envelope);

        public bool TryDequeue(out Envelope envelope)
        {
            if (_hasThrown) return _inner.TryDequeue(out envelope);
            _hasThrown = true;
            throw new InvalidOperationException("faulty queue");
        }

        public void CleanUp(IActorRef owner, IMessageQueue deadletters) => _inner.CleanUp(owner, deadletters);
    }

    private sealed class FaultyProducer : IIndirectActorProducer
    {
        public Type ActorType => typeof(Fragile);

        public ActorBase Produce() => new Fragile();

        public void Release(ActorBase actor) => throw new InvalidOperationException("faulty producer");
    }

    private sealed class Fragile : ReceiveActor
    {
        public Fragile()
        {
            Receive<string>(_ => throw new InvalidOperationException("broken"), text => text == "fail");
            ReceiveAny(_ => Sender.Tell("alive"));
        }
    }
}
