using Akka.Actor;
using Akka.Event;
using Xunit;

namespace Sim.Tests.Runtime;

public sealed class BoundedMailboxTests() : ActorTest(
    "small { mailbox-type = \"Akka.Dispatch.BoundedMailbox\", mailbox-capacity = 2, mailbox-push-timeout-time = 0s }")
{
    [Fact]
    public async Task What_finds_no_room_becomes_a_dead_letter_and_the_rest_arrives()
    {
        var log = NewProbe();
        var letters = NewProbe();
        Sys.EventStream.Subscribe(letters.Ref, typeof(DeadLetter));
        var go = new ManualResetEventSlim();
        var started = new TaskCompletionSource();
        var actor = Sys.ActorOf(Scripted.Of((message, _) =>
        {
            if (message is "block")
            {
                started.SetResult();
                go.Wait(Wait);
                return;
            }

            log.Ref.Tell(message);
        }).WithMailbox("small"));
        actor.Tell("block");
        await started.Task.WaitAsync(Wait);
        for (var i = 1; i <= 3; i++) actor.Tell(i);
        Assert.Equal(3, (await letters.Next<DeadLetter>()).Message);
        go.Set();
        await log.Expect(1, 2);
        await log.ExpectNothingMore();
    }
}
