using Akka.Actor;
using Akka.Routing;
using Xunit;

namespace Sim.Tests.Runtime.Routing;

public sealed class SmallestMailboxTests : RouterTest
{
    [Fact]
    public async Task A_routee_whose_messages_wait_gets_no_more_while_the_other_has_none()
    {
        using var release = new ManualResetEventSlim();
        var probe = NewProbe();
        var router = Sys.ActorOf(new SmallestMailboxPool(2).Props(Scripted.Of((message, self) =>
        {
            self.Sender.Tell(self.Self.Path.Name);
            if (message is "block") release.Wait(Wait);
        })));
        var actors = await ActorsOf(router);
        actors[0].Tell("block", probe.Ref);
        await probe.Next<string>();
        actors[0].Tell("waits", probe.Ref);
        Assert.All(await Ask(router, "who", 5), name => Assert.Equal(actors[1].Path.Name, name));
        release.Set();
    }

    [Fact]
    public async Task Where_all_are_busy_the_shorter_queue_gets_the_message()
    {
        using var release = new ManualResetEventSlim();
        var probe = NewProbe();
        var router = Sys.ActorOf(new SmallestMailboxPool(2).Props(Scripted.Of((message, self) =>
        {
            self.Sender.Tell(self.Self.Path.Name);
            if (message is "block") release.Wait(Wait);
        })));
        var actors = await ActorsOf(router);
        foreach (var actor in actors) actor.Tell("block", probe.Ref);
        await probe.Next<string>();
        await probe.Next<string>();
        for (var i = 0; i < 3; i++) actors[0].Tell("queued", probe.Ref);
        var counted = NewProbe();
        for (var i = 0; i < 3; i++) router.Tell("who", counted.Ref);
        release.Set();
        for (var i = 0; i < 3; i++) Assert.Equal(actors[1].Path.Name, await counted.Next<string>());
    }

    [Fact]
    public void Logic_selects_nobody_when_there_is_nobody() =>
        Assert.Same(Akka.Routing.Routee.NoRoutee, new SmallestMailboxRoutingLogic().Select("message", []));
}
