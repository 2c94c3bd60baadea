using Akka.Actor;
using Akka.Util;
using Xunit;

namespace Sim.Tests.Runtime.Serialization;

/// <summary>References, paths, addresses, recipes and strategies travel as surrogates.</summary>
public sealed class SurrogateTests : SerializationTest
{
    private sealed record Order(IActorRef ReplyTo, object Copy, ICanTell Target, ActorPath Path, Address Address);

    private sealed class Meter(int value) : ISurrogated
    {
        public int Value => value;

        public ISurrogate ToSurrogate(ActorSystem system) => new Text { Digits = value.ToString() };

        public sealed class Text : ISurrogate
        {
            public string Digits { get; set; } = "";

            public ISurrogated FromSurrogate(ActorSystem system) => new Meter(int.Parse(Digits));
        }
    }

    private sealed record Measured(Meter Meter, object Any);

    private sealed class Worker(string name, int count) : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell($"{name} {count}");
    }

    [Fact]
    public async Task A_reference_comes_back_as_the_same_actor()
    {
        var probe = NewProbe();
        var read = RoundTrip(new Order(probe.Ref, probe.Ref, probe.Ref, probe.Ref.Path, probe.Ref.Path.Address));
        Assert.Equal(probe.Ref, read.ReplyTo);
        Assert.Equal(probe.Ref, read.Copy);
        Assert.Equal(probe.Ref.Path, read.Path);
        Assert.Equal(probe.Ref.Path.Uid, read.Path.Uid);
        Assert.Equal(probe.Ref.Path.Address, read.Address);
        read.Target.Tell("there", ActorRefs.NoSender);
        await probe.Expect("there");
    }

    [Fact]
    public async Task A_reference_to_an_actor_that_has_ended_comes_back_as_the_dead_letters()
    {
        var probe = NewProbe();
        var worker = Start((_, _) => { });
        var surrogate = worker.ToSurrogate(Sys);
        await probe.Watch(worker);
        Sys.Stop(worker);
        await probe.Next<Terminated>();
        Assert.Equal(Sys.DeadLetters, surrogate.FromSurrogate(Sys));
    }

    [Fact]
    public void Nobody_and_no_reference_stay_what_they_are()
    {
        Assert.Same(ActorRefs.Nobody, RoundTrip(ActorRefs.Nobody));
        Assert.Same(ActorRefs.Nobody, new Nobody.NobodySurrogate().FromSurrogate(Sys));
        Assert.Null(RoundTrip(new Order(null!, null!, null!, null!, null!)).ReplyTo);
        Assert.Equal(Sys.DeadLetters, RoundTrip(Sys.DeadLetters));
        Assert.Equal(Sys.IgnoreRef, RoundTrip(Sys.IgnoreRef));
    }

    [Fact]
    public async Task A_request_can_be_answered_by_the_reference_in_its_message()
    {
        var actor = Start((message, self) => RoundTrip((Order)message).ReplyTo.Tell("answer"));
        Assert.Equal("answer", await actor.Ask<string>(self => new Order(self, self, self, self.Path, self.Path.Address), Wait, default));
    }

    [Fact]
    public void Users_own_surrogates_are_honoured_wherever_they_stand()
    {
        var read = RoundTrip(new Measured(new Meter(1), new Meter(2)));
        Assert.Equal(1, read.Meter.Value);
        Assert.Equal(2, Assert.IsType<Meter>(read.Any).Value);
        Assert.Equal(3, RoundTrip(new Meter(3)).Value);
    }

    [Fact]
    public void Paths_and_addresses_have_plain_surrogates()
    {
        var address = new Address("akka.tcp", "sys", "host", 1234);
        var surrogate = Assert.IsType<Address.AddressSurrogate>(address.ToSurrogate(Sys));
        Assert.Equal(("akka.tcp", "sys", "host", 1234), (surrogate.Protocol, surrogate.System, surrogate.Host, surrogate.Port));
        Assert.Equal(address, surrogate.FromSurrogate(Sys));
        var path = ActorPath.Parse("akka://sys/user/a#12");
        var text = Assert.IsType<ActorPath.Surrogate>(path.ToSurrogate(Sys));
        Assert.Equal("akka://sys/user/a#12", text.Path);
        Assert.Equal(path, text.FromSurrogate(Sys));
        Assert.True(text.Equals(new ActorPath.Surrogate("akka://sys/user/a#12")));
    }

    [Fact]
    public async Task A_recipe_comes_back_with_its_arguments_and_deployment()
    {
        var read = RoundTrip(Props.Create(() => new Worker("name", 3)).WithDispatcher("akka.actor.default-dispatcher"));
        Assert.Equal("akka.actor.default-dispatcher", read.Deploy.Dispatcher);
        Assert.Equal("name 3", await Sys.ActorOf(read).Ask<string>("?", Wait));
    }

    [Fact]
    public void Strategies_come_back_equal_when_their_decider_is_a_table()
    {
        var decider = Decider.From(Directive.Escalate, new KeyValuePair<Type, Directive>(typeof(ArgumentException), Directive.Resume));
        var read = RoundTrip(new OneForOneStrategy(3, 1000, decider, loggingEnabled: false));
        Assert.Equal((3, 1000), (read.MaxNumberOfRetries, read.WithinTimeRangeMilliseconds));
        Assert.Equal(Directive.Resume, read.Decider.Decide(new ArgumentException()));
        Assert.Equal(Directive.Escalate, read.Decider.Decide(new InvalidOperationException()));
        Assert.Equal(3, RoundTrip(new AllForOneStrategy(3, 1000, decider)).MaxNumberOfRetries);
        Assert.Equal(Directive.Restart, RoundTrip(SupervisorStrategy.DefaultStrategy).Decider.Decide(new ArgumentException()));
    }
}
