using Akka.Actor;
using Xunit;

namespace Sim.Tests.Runtime;

public sealed class SelectionTests : ActorTest
{
    private async Task<(IActorRef Parent, IActorRef A, IActorRef B)> Tree(Probe log)
    {
        var parent = Start(
            (message, self) =>
            {
                if (message is "make")
                {
                    foreach (var name in new[] { "a1", "a2" })
                    {
                        self.Cell.ActorOf(Scripted.Of((m, child) => log.Ref.Tell($"{child.Self.Path.Name} {m}")), name);
                    }

                    self.Sender.Tell((self.Cell.Child("a1"), self.Cell.Child("a2")));
                }
                else
                {
                    self.Cell.ActorSelection((string)message).Tell("relative");
                }
            },
            "parent");
        var (a, b) = await parent.Ask<(IActorRef, IActorRef)>("make", Wait);
        return (parent, a, b);
    }

    [Fact]
    public async Task Absolute_paths_reach_their_actor()
    {
        var log = NewProbe();
        var (_, a, _) = await Tree(log);
        Sys.ActorSelection("/user/parent/a1").Tell("x");
        Sys.ActorSelection(a.Path).Tell("y");
        Sys.ActorSelection("akka://test/user/parent/a1").Tell("z");
        await log.Expect("a1 x", "a1 y", "a1 z");
    }

    [Fact]
    public async Task Patterns_reach_all_that_fit()
    {
        var log = NewProbe();
        await Tree(log);
        Sys.ActorSelection("/user/parent/*").Tell("x");
        var both = new[] { await log.Next<string>(), await log.Next<string>() };
        Assert.Equal(["a1 x", "a2 x"], both.Order());
        Sys.ActorSelection("/user/*/?2").Tell("y");
        await log.Expect("a2 y");
    }

    [Fact]
    public async Task Relative_paths_start_at_the_actor()
    {
        var log = NewProbe();
        var (parent, _, _) = await Tree(log);
        parent.Tell("a2");
        await log.Expect("a2 relative");
        parent.Tell("../parent/a1");
        await log.Expect("a1 relative");
    }

    [Fact]
    public async Task ResolveOne_finds_the_actor_or_fails()
    {
        var log = NewProbe();
        var (_, a, _) = await Tree(log);
        Assert.Equal(a, await Sys.ActorSelection("/user/parent/a1").ResolveOne(Wait));
        await Assert.ThrowsAsync<ActorNotFoundException>(
            () => Sys.ActorSelection("/user/nobody").ResolveOne(Wait));
    }

    [Fact]
    public async Task A_path_to_nobody_is_a_dead_letter()
    {
        var probe = NewProbe();
        Sys.EventStream.Subscribe(probe.Ref, typeof(Akka.Event.DeadLetter));
        Sys.ActorSelection("/user/nobody").Tell("lost");
        Assert.Equal("lost", (await probe.Next<Akka.Event.DeadLetter>()).Message);
    }
}
