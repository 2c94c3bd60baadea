using Akka.Actor;
using Akka.Actor.Dsl;
using Xunit;

namespace Sim.Tests.Runtime.TestKit;

/// <summary>Actors that a test writes down in place.</summary>
public sealed class ActorDslTests() : Akka.TestKit.Xunit2.TestKit("akka.loglevel = OFF")
{
    [Fact]
    public void Handlers_get_the_message_and_the_context()
    {
        var actor = ActorOf(
            dsl =>
            {
                dsl.Receive<int>(number => number > 10, (number, context) => context.Sender.Tell($"large {number}"));
                dsl.Receive<int>((number, context) => context.Sender.Tell(number));
                dsl.ReceiveAsync<string>(async (text, context) =>
                {
                    var sender = context.Sender;
                    await Task.Yield();
                    sender.Tell(text);
                });
                dsl.ReceiveAny((_, context) => context.Sender.Tell("any"));
            },
            "written");
        actor.Tell(11);
        actor.Tell(1);
        actor.Tell("text");
        actor.Tell('c');
        ExpectMsg("large 11");
        ExpectMsg(1);
        ExpectMsg("text");
        ExpectMsg("any");
        Assert.Equal("written", actor.Path.Name);
    }

    [Fact]
    public void Behaviour_can_be_stacked()
    {
        var actor = ActorOf(dsl => dsl.ReceiveAny((message, context) =>
        {
            context.Sender.Tell("first");
            dsl.BecomeStacked((_, inner) =>
            {
                inner.Sender.Tell("second");
                dsl.UnbecomeStacked();
            });
        }));
        for (var i = 0; i < 3; i++) actor.Tell("?");
        ExpectMsg("first");
        ExpectMsg("second");
        ExpectMsg("first");
    }

    [Fact]
    public void Hooks_run_at_start_restart_and_end()
    {
        var test = TestActor;
        var actor = ActorOf((dsl, context) =>
        {
            test.Tell(context.Self.Path.Name.Length > 0 ? "constructed" : "");
            dsl.OnPreStart = _ => test.Tell("start");
            dsl.OnPreRestart = (cause, message, _) => test.Tell($"before {cause.Message} {message}");
            dsl.OnPostRestart = (cause, _) => test.Tell($"after {cause.Message}");
            dsl.OnPostStop = _ => test.Tell("stop");
            dsl.Receive<string>((text, _) => throw new InvalidOperationException(text));
        });
        actor.Tell("bad");
        actor.Tell(PoisonPill.Instance);
        foreach (var expected in new[] { "constructed", "start", "before bad bad", "constructed", "after bad", "stop" }) ExpectMsg(expected);
    }

    [Fact]
    public void Children_and_their_strategy_are_written_down_too()
    {
        var test = TestActor;
        var parent = ActorOf(dsl =>
        {
            dsl.Strategy = new OneForOneStrategy(_ => Directive.Stop);
            var child = dsl.ActorOf(inner =>
            {
                inner.OnPostStop = _ => test.Tell("child stopped");
                inner.ReceiveAny((_, _) => throw new InvalidOperationException());
            }, "child");
            dsl.ReceiveAny((message, _) => child.Tell(message));
        });
        parent.Tell("fail");
        ExpectMsg("child stopped");
    }
}
