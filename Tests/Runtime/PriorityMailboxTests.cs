using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Xunit;

namespace Sim.Tests.Runtime;

public sealed class NumbersFirst(Settings settings, Config config) : UnboundedPriorityMailbox(settings, config)
{
    protected override int PriorityGenerator(object message) => message is int number ? number : int.MaxValue;
}

public sealed class StableNumbersFirst(Settings settings, Config config) : UnboundedStablePriorityMailbox(settings, config)
{
    protected override int PriorityGenerator(object message) => message is int number ? number : 100;
}

/// <summary>Mailboxes that give the message with the lowest number first.</summary>
public sealed class PriorityMailboxTests() : ActorTest($$"""
    unstable { mailbox-type = "{{typeof(NumbersFirst).FullName}}, {{typeof(NumbersFirst).Assembly.GetName().Name}}" }
    stable { mailbox-type = "{{typeof(StableNumbersFirst).FullName}}, {{typeof(StableNumbersFirst).Assembly.GetName().Name}}" }
    """)
{
    /// <summary>An actor that holds its first message until it is let go, so that the others wait in the mailbox.</summary>
    private async Task<(IActorRef Actor, TaskCompletionSource Go)> Held(string mailbox, Action<object, Scripted> script)
    {
        var started = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        var actor = Sys.ActorOf(Scripted.Of((message, self) =>
        {
            if (message is not "hold")
            {
                script(message, self);
                return;
            }

            started.SetResult();
            go.Task.Wait(Wait);
        }).WithMailbox(mailbox));
        actor.Tell("hold");
        await started.Task.WaitAsync(Wait);
        return (actor, go);
    }

    [Theory]
    [InlineData("unstable")]
    [InlineData("stable")]
    public async Task The_lowest_number_comes_first(string mailbox)
    {
        var probe = NewProbe();
        var (actor, go) = await Held(mailbox, (message, _) => probe.Ref.Tell(message));
        foreach (var number in new[] { 5, -3, 9, 1, 7, 3 }) actor.Tell(number);
        go.SetResult();
        await probe.Expect(-3, 1, 3, 5, 7, 9);
    }

    [Fact]
    public async Task The_stable_one_keeps_the_order_among_equals()
    {
        var probe = NewProbe();
        var (actor, go) = await Held("stable", (message, _) => probe.Ref.Tell(message));
        for (var i = 0; i < 50; i++) actor.Tell($"a{i}");
        go.SetResult();
        for (var i = 0; i < 50; i++) await probe.Expect($"a{i}");
    }

    [Theory]
    [InlineData("unstable")]
    [InlineData("stable")]
    public async Task What_is_unstashed_comes_before_what_waits(string mailbox)
    {
        var probe = NewProbe();
        var open = false;
        var (actor, go) = await Held(mailbox, (message, self) =>
        {
            if (open)
            {
                probe.Ref.Tell(message);
                return;
            }

            if (message is not 3)
            {
                self.Stash.Stash();
                return;
            }

            open = true;
            self.Stash.UnstashAll();
        });
        foreach (var number in new[] { 1, 2, 3, 4, 5 }) actor.Tell(number);
        go.SetResult();
        await probe.Expect(1, 2, 4, 5);
    }

    [Fact]
    public async Task What_is_left_at_the_end_becomes_dead_letters()
    {
        var probe = NewProbe();
        Sys.EventStream.Subscribe(probe.Ref, typeof(Akka.Event.DeadLetter));
        var (actor, go) = await Held("stable", (_, self) => self.Cell.Stop(self.Self));
        actor.Tell(1);
        actor.Tell(2);
        go.SetResult();
        Assert.Equal(2, (await probe.Next<Akka.Event.DeadLetter>()).Message);
    }
}
