using Akka.Actor;
using Xunit;

namespace Sim.Tests.Runtime.Serialization;

/// <summary>akka.actor.serialize-creators: for tests, the arguments of each actor go through their serializers.</summary>
public sealed class SerializeCreatorsTests() : ActorTest("akka.actor.serialize-creators = on")
{
    private sealed record Exempt(Action Run) : INoSerializationVerificationNeeded;

    private sealed class Worker : UntypedActor
    {
        private readonly string _text;

        public Worker(string text, IActorRef other) => _text = $"{text} {other is not null}";

        public Worker(Action run) => _text = run.ToString()!;

        public Worker(Exempt exempt) => _text = exempt.Run.ToString()!;

        protected override void OnReceive(object message) => Sender.Tell(_text);
    }

    [Fact]
    public async Task Arguments_that_survive_are_used_as_they_are()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Worker("text", Sys.DeadLetters)));
        Assert.Equal("text True", await actor.Ask<string>("?", Wait));
    }

    [Fact]
    public void An_argument_that_does_not_survive_makes_the_creation_fail()
    {
        Action run = () => { };
        Assert.ThrowsAny<Exception>(() => Sys.ActorOf(Props.Create(() => new Worker(run)), "broken"));
        Assert.ThrowsAny<Exception>(() => Sys.ActorOf(Props.Create<Worker>(run)));
        Assert.NotNull(Sys.ActorOf(Props.Create(() => new Worker("text", null!)), "broken"));
    }

    [Fact]
    public void An_argument_that_is_marked_is_not_checked()
    {
        var exempt = new Exempt(() => { });
        Assert.NotNull(Sys.ActorOf(Props.Create(() => new Worker(exempt))));
    }
}
