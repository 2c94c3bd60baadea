using Akka.Actor;
using Akka.Event;
using Xunit;

namespace Sim.Tests.Runtime.Reliability;

public sealed class AskTheDeadTests : ActorTest
{
    [Fact]
    public async Task A_request_to_a_dead_actor_becomes_a_dead_letter_and_times_out()
    {
        var letters = NewProbe();
        Sys.EventStream.Subscribe(letters.Ref, typeof(DeadLetter));
        var dead = Start((_, _) => { });
        Assert.True(await dead.GracefulStop(Wait));
        var request = dead.Ask("anybody?", TimeSpan.FromMilliseconds(20));
        var letter = await letters.Next<DeadLetter>();
        Assert.Equal(("anybody?", dead), (letter.Message, letter.Recipient));
        await Assert.ThrowsAsync<AskTimeoutException>(() => request.WaitAsync(Wait));
        Assert.NotEqual(Sys.DeadLetters, letter.Sender);
    }

    [Fact]
    public async Task Requests_that_wait_when_their_actor_stops_become_dead_letters()
    {
        var letters = NewProbe();
        Sys.EventStream.Subscribe(letters.Ref, typeof(DeadLetter));
        using var gate = new ManualResetEventSlim();
        var actor = Start((_, self) =>
        {
            gate.Wait(Wait);
            self.Cell.Stop(self.Self);
        });
        actor.Tell("stop");
        var requests = Enumerable.Range(0, 100).Select(number => actor.Ask(number, TimeSpan.FromMilliseconds(20))).ToList();
        gate.Set();
        for (var i = 0; i < 100; i++) Assert.Equal(i, (await letters.Next<DeadLetter>()).Message);
        foreach (var request in requests) await Assert.ThrowsAsync<AskTimeoutException>(() => request.WaitAsync(Wait));
    }
}
