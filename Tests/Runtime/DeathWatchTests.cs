using Akka.Actor;
using Xunit;

namespace Sim.Tests.Runtime;

public sealed class DeathWatchTests : ActorTest
{
    [Fact]
    public async Task Terminated_comes_once_and_after_everything_the_dead_actor_had_sent()
    {
        var probe = NewProbe();
        var actor = Start((_, self) =>
        {
            for (var i = 0; i < 100; i++) probe.Ref.Tell(i);
            self.Cell.Stop(self.Self);
        });
        await probe.Watch(actor);
        await probe.Watch(actor);
        actor.Tell("go");
        for (var i = 0; i < 100; i++) await probe.Expect(i);
        var terminated = await probe.Next<Terminated>();
        Assert.Equal(actor, terminated.ActorRef);
        Assert.True(terminated.ExistenceConfirmed);
        await probe.ExpectNothingMore();
    }

    [Fact]
    public async Task Watching_a_dead_actor_gives_Terminated_at_once()
    {
        var actor = Start((_, _) => { });
        await actor.GracefulStop(Wait);
        var probe = NewProbe();
        await probe.Watch(actor);
        Assert.Equal(actor, (await probe.Next<Terminated>()).ActorRef);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(40)]
    public async Task A_watcher_hears_once_of_each_of_many_but_not_of_the_one_that_it_unwatched(int subjects)
    {
        var probe = NewProbe();
        var left = Start((_, _) => { });
        var ending = Enumerable.Range(0, subjects).Select(_ => Start((_, _) => { })).ToList();
        var watcher = Start((message, self) =>
        {
            if (message is Terminated ended)
            {
                probe.Ref.Tell(ended.ActorRef);
                return;
            }

            self.Cell.Watch(left);
            foreach (var subject in ending) self.Cell.WatchWith(subject, subject);
            Assert.Throws<InvalidOperationException>(() => self.Cell.Watch(ending[^1]));
            self.Cell.Unwatch(left);
            foreach (var subject in ending)
            {
                self.Cell.Unwatch(subject);
                self.Cell.Watch(subject);
                self.Cell.Watch(subject);
            }

            self.Sender.Tell("watching");
        });
        await watcher.Ask<string>("go", Wait);
        Assert.True(await left.GracefulStop(Wait));

        foreach (var subject in ending)
        {
            subject.Tell(PoisonPill.Instance);
            Assert.Equal(subject, await probe.Next<IActorRef>());
        }

        await probe.ExpectNothingMore();
    }

    [Theory]
    [InlineData(3)]
    [InlineData(20)]
    public async Task Every_watcher_of_an_actor_hears_of_its_end(int watchers)
    {
        var subject = Start((_, _) => { });
        var probes = Enumerable.Range(0, watchers).Select(_ => NewProbe()).ToList();
        foreach (var probe in probes) await probe.Watch(subject);
        subject.Tell(PoisonPill.Instance);
        foreach (var probe in probes) Assert.Equal(subject, (await probe.Next<Terminated>()).ActorRef);
    }

    [Fact]
    public async Task A_watcher_with_children_hears_of_a_stranger_whose_parent_is_still_busy()
    {
        using var busy = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        var probe = NewProbe();
        var parent = Start((message, self) =>
        {
            if (message is "block")
            {
                busy.Set();
                release.Wait(Wait);
            }
            else if (message is "make") self.Sender.Tell(self.Cell.ActorOf(Scripted.Of((_, _) => { })));
            else self.Sender.Tell(self.Cell.GetChildren().Count());
        });
        var stranger = await parent.Ask<IActorRef>("make", Wait);
        var watcher = Start((message, self) =>
        {
            if (message is Terminated ended) probe.Ref.Tell(ended.ActorRef);
            else if (message is IActorRef subject) self.Cell.Watch(subject);
            else if (message is "count") self.Sender.Tell(self.Cell.GetChildren().Count());
            else self.Sender.Tell(self.Cell.ActorOf(Scripted.Of((_, _) => { })));
        });
        await watcher.Ask<IActorRef>("make", Wait);
        watcher.Tell(stranger);
        parent.Tell("block");
        Assert.True(busy.Wait(Wait));
        stranger.Tell(PoisonPill.Instance);
        Assert.Equal(stranger, await probe.Next<IActorRef>());
        Assert.Equal(1, await watcher.Ask<int>("count", Wait));
        release.Set();
        Assert.Equal(0, await parent.Ask<int>("count", Wait));
    }

    [Fact]
    public async Task A_parent_that_watches_its_child_is_told_once_and_may_use_the_name_again()
    {
        var probe = NewProbe();
        Start((message, self) =>
        {
            if (message is Terminated)
            {
                self.Cell.ActorOf(Scripted.Of((_, _) => { }), "child");
                probe.Ref.Tell("again");
                return;
            }

            var child = self.Cell.ActorOf(Scripted.Of((_, _) => { }), "child");
            self.Cell.Watch(child);
            self.Cell.Stop(child);
        }).Tell("go");
        await probe.Expect("again");
        await probe.ExpectNothingMore();
    }

    [Fact]
    public async Task Watcher_that_hears_of_an_end_before_the_parent_does_not_disturb_either_family()
    {
        var probe = NewProbe();
        using var heard = new ManualResetEventSlim();
        var parent = Start((_, self) =>
        {
            var watched = self.Cell.ActorOf(Scripted.Of((_, _) => { }), "watched");
            var watcher = self.Cell.ActorOf(
                Scripted.Of((message, watching) =>
                {
                    if (message is Terminated)
                    {
                        probe.Ref.Tell(string.Join(' ', watching.Cell.GetChildren().Select(child => child.Path.Name)));
                        heard.Set();
                        return;
                    }

                    watching.Cell.ActorOf(Scripted.Of((_, _) => { }), "own");
                    watching.Cell.Watch(watched);
                    watched.Tell(PoisonPill.Instance);
                }),
                "watcher");
            watcher.Tell("go");
            // The parent takes its own notice of the end only after this.
            Assert.True(heard.Wait(Wait));
        });

        parent.Tell("go");

        await probe.Expect("own");
        Assert.True(await parent.GracefulStop(Wait));
    }

    [Fact]
    public async Task WatchWith_delivers_the_message_instead()
    {
        var probe = NewProbe();
        var victim = Start((_, _) => { });
        Start((message, self) =>
        {
            if (message is "watch") self.Cell.WatchWith(victim, "gone");
            else probe.Ref.Tell(message);
        }).Tell("watch");
        victim.Tell(PoisonPill.Instance);
        await probe.Expect("gone");
    }

    [Fact]
    public async Task Watching_with_two_messages_is_refused()
    {
        var victim = Start((_, _) => { });
        var actor = Start((_, self) =>
        {
            self.Cell.Watch(victim);
            var refused = Record.Exception(() => self.Cell.WatchWith(victim, "gone"));
            self.Sender.Tell(refused!.GetType());
        });
        Assert.Equal(typeof(InvalidOperationException), await actor.Ask<Type>("go", Wait));
    }

    [Fact]
    public async Task Unwatch_takes_back_a_notice_that_is_already_queued()
    {
        var probe = NewProbe();
        var ended = NewProbe();
        var go = new ManualResetEventSlim();
        var victim = Start((_, _) => { });
        var watcher = Start((message, self) =>
        {
            switch (message)
            {
                case "watch":
                    self.Cell.Watch(victim);
                    self.Sender.Tell("watching");
                    break;
                case "block":
                    go.Wait(Wait);
                    break;
                case "unwatch":
                    self.Cell.Unwatch(victim);
                    break;
                default:
                    probe.Ref.Tell(message);
                    break;
            }
        });
        await watcher.Ask<string>("watch", Wait);
        await ended.Watch(victim);
        watcher.Tell("block");
        watcher.Tell("unwatch");
        victim.Tell(PoisonPill.Instance);
        await ended.Next<Terminated>();
        go.Set();
        watcher.Tell("last");
        await probe.Expect("last");
        await probe.ExpectNothingMore();
    }

    [Fact]
    public async Task An_unhandled_Terminated_is_a_death_pact()
    {
        var probe = NewProbe();
        var victim = Start((_, _) => { });
        var watcher = Start((message, self) =>
        {
            if (message is "watch")
            {
                self.Cell.Watch(victim);
                self.Sender.Tell("watching");
            }
            else
            {
                self.Unhandled(message);
            }
        });
        await watcher.Ask<string>("watch", Wait);
        await probe.Watch(watcher);
        victim.Tell(PoisonPill.Instance);
        Assert.Equal(watcher, (await probe.Next<Terminated>()).ActorRef);
    }

    [Fact]
    public async Task A_parent_ends_after_its_children()
    {
        var log = NewProbe();
        var parent = Sys.ActorOf(Scripted.Of(
            (_, self) => self.Sender.Tell(self.Cell.ActorOf(Scripted.Of((_, _) => { }, log: log.Ref))), log: log.Ref));
        var child = await parent.Ask<IActorRef>("make", Wait);
        await log.Watch(parent);
        await log.Expect("preStart", "preStart");
        parent.Tell(PoisonPill.Instance);
        await log.Expect("postStop", "postStop");
        await log.Next<Terminated>();
        Assert.Equal(Sys.DeadLetters, ((ExtendedActorSystem)Sys).Provider.ResolveActorRef(child.Path));
    }

    [Fact]
    public async Task GracefulStop_waits_for_the_end_or_is_cancelled()
    {
        var actor = Start((_, _) => { });
        Assert.True(await actor.GracefulStop(Wait));
        var stubborn = Start((_, _) => { });
        await Assert.ThrowsAnyAsync<TaskCanceledException>(
            () => stubborn.GracefulStop(TimeSpan.FromMilliseconds(20), "please"));
    }
}
