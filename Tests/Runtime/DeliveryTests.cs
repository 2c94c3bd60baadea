using Akka.Actor;
using Xunit;

namespace Sim.Tests.Runtime;

public sealed class DeliveryTests : ActorTest
{
    [Fact]
    public async Task Messages_of_one_sender_arrive_in_order()
    {
        var probe = NewProbe();
        for (var i = 0; i < 5000; i++) probe.Ref.Tell(i);
        for (var i = 0; i < 5000; i++) Assert.Equal(i, await probe.Next<int>());
    }

    [Fact]
    public async Task An_actor_handles_one_message_at_a_time()
    {
        var count = 0;
        var actor = Start((message, self) =>
        {
            if (message is int) count++;
            else self.Sender.Tell(count);
        });
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 20_000; i++) actor.Tell(1, ActorRefs.NoSender);
        }))).WaitAsync(Wait);
        Assert.Equal(80_000, await actor.Ask<int>("count", Wait));
    }

    [Fact]
    public async Task Many_senders_and_receivers_lose_nothing_and_keep_each_pairs_order()
    {
        const int senders = 8, receivers = 8, messages = 500;
        var probe = NewProbe();
        var receiving = Enumerable.Range(0, receivers).Select(_ =>
        {
            var next = new int[senders];
            var left = senders * messages;
            return Start((message, self) =>
            {
                var (sender, number) = ((int, int))message;
                if (next[sender]++ != number) probe.Ref.Tell($"{number} of {sender} is out of order");
                if (--left == 0) probe.Ref.Tell("complete");
            });
        }).ToArray();
        for (var s = 0; s < senders; s++)
        {
            var me = s;
            var sender = Start((message, self) =>
            {
                var number = (int)message;
                foreach (var receiver in receiving) receiver.Tell((me, number));
                if (number + 1 < messages) self.Self.Tell(number + 1);
            });
            sender.Tell(0);
        }

        for (var i = 0; i < receivers; i++) await probe.Expect("complete");
        await probe.ExpectNothingMore();
    }

    [Fact]
    public async Task Tell_without_a_sender_inside_an_actor_is_from_that_actor()
    {
        var probe = NewProbe();
        var actor = Start((message, _) => probe.Ref.Tell(message));
        actor.Tell("hello");
        await probe.Expect("hello");
        Assert.Equal(actor, probe.LastSender);
    }

    [Fact]
    public async Task Forward_keeps_the_sender()
    {
        var probe = NewProbe();
        var actor = Start((message, _) => probe.Ref.Forward(message));
        var original = NewProbe();
        actor.Tell("hello", original.Ref);
        await probe.Expect("hello");
        Assert.Equal(original.Ref, probe.LastSender);
    }

    [Fact]
    public async Task Sender_is_the_dead_letters_when_there_is_none()
    {
        var probe = NewProbe();
        var actor = Start((_, self) => probe.Ref.Tell(self.Sender));
        actor.Tell("who?", ActorRefs.NoSender);
        Assert.Equal(Sys.DeadLetters, await probe.Next<IActorRef>());
    }

    [Fact]
    public void Tell_refuses_null() =>
        Assert.Throws<InvalidMessageException>(() => NewProbe().Ref.Tell(null!));

    [Fact]
    public async Task A_burst_much_larger_than_the_kept_buffers_arrives_whole_and_again()
    {
        var sum = 0L;
        var actor = Start((message, self) =>
        {
            if (message is int value) sum += value;
            else self.Sender.Tell(sum);
        });
        for (var round = 1; round <= 3; round++)
        {
            for (var i = 0; i < 30_000; i++) actor.Tell(1);
            Assert.Equal(30_000L * round, await actor.Ask<long>("sum", Wait));
        }
    }

    [Fact]
    public async Task A_handler_may_block_until_an_actor_that_it_has_woken_has_run()
    {
        var ran = new ManualResetEventSlim();
        var other = Start((_, _) => ran.Set());
        var blocking = Start((_, self) =>
        {
            other.Tell("go");
            self.Sender.Tell(ran.Wait(Wait), self.Self);
        });
        Assert.True(await blocking.Ask<bool>("go", Wait));
    }

    [Fact]
    public async Task Identify_is_answered_with_the_reference()
    {
        var probe = NewProbe();
        var identity = await probe.Ref.Ask<ActorIdentity>(new Identify(7), Wait);
        Assert.Equal(7, identity.MessageId);
        Assert.Equal(probe.Ref, identity.Subject);
    }

    [Fact]
    public void An_actor_cannot_be_made_by_hand() =>
        Assert.Throws<ActorInitializationException>(() => new Scripted((_, _) => { }));

    [Fact]
    public async Task Actors_that_keep_each_other_busy_leave_the_pool_to_others_as_well()
    {
        for (var i = 0; i < 2 * Environment.ProcessorCount; i++)
        {
            IActorRef[] spokes = [.. Enumerable.Range(0, 4).Select(_ => Start((message, self) => self.Sender.Tell(message)))];
            var hub = Start((message, self) =>
            {
                if (++self.State % spokes.Length != 0) return;
                foreach (var spoke in spokes) spoke.Tell(message);
            });
            foreach (var spoke in spokes) spoke.Tell("ball", hub);
        }

        await Task.Run(async () =>
        {
            for (var i = 0; i < 100; i++) await Task.Yield();
        }).WaitAsync(Wait);
    }
}
