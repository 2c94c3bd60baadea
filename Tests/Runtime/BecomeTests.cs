using Akka.Actor;
using Xunit;

namespace Sim.Tests.Runtime;

public sealed class BecomeTests : ActorTest
{
    [Fact]
    public async Task Behaviours_stack_and_unstack_down_to_the_initial_one()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Switching()));
        Assert.Equal("initial", await actor.Ask<string>("?", Wait));
        actor.Tell("push");
        Assert.Equal("pushed", await actor.Ask<string>("?", Wait));
        actor.Tell("replace");
        Assert.Equal("replaced", await actor.Ask<string>("?", Wait));
        actor.Tell("pop");
        Assert.Equal("initial", await actor.Ask<string>("?", Wait));
        actor.Tell("replace");
        actor.Tell("pop");
        actor.Tell("pop");
        Assert.Equal("initial", await actor.Ask<string>("?", Wait));
    }

    [Fact]
    public async Task A_restart_goes_back_to_the_initial_behaviour()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Switching()));
        actor.Tell("push");
        actor.Tell("fail");
        Assert.Equal("initial", await actor.Ask<string>("?", Wait));
    }

    [Fact]
    public async Task The_first_handler_that_takes_a_message_wins()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Ordered()));
        Assert.Equal("big", await actor.Ask<string>(100, Wait));
        Assert.Equal("even", await actor.Ask<string>(4, Wait));
        Assert.Equal("int", await actor.Ask<string>(3, Wait));
        Assert.Equal("typed", await actor.Ask<string>(2.5, Wait));
        Assert.Equal("any", await actor.Ask<string>("text", Wait));
    }

    [Fact]
    public async Task Handlers_are_declared_only_in_the_constructor_and_in_Become()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Late()));
        Assert.Equal(typeof(InvalidOperationException), await actor.Ask<Type>("late", Wait));
    }

    [Fact]
    public async Task No_handler_may_follow_one_of_everything()
    {
        var probe = NewProbe();
        Sys.EventStream.Subscribe(probe.Ref, typeof(Akka.Event.Error));
        Sys.ActorOf(Props.Create(() => new Unreachable()));
        var error = await probe.Next<Akka.Event.Error>();
        Assert.IsType<InvalidOperationException>(error.Cause!.InnerException);
    }

    private sealed class Switching : ReceiveActor
    {
        public Switching() => Declare("initial");

        private void Declare(string name)
        {
            Receive<string>(_ => BecomeStacked(() => Declare("pushed")), m => m == "push");
            Receive<string>(_ => Become(() => Declare("replaced")), m => m == "replace");
            Receive<string>(_ => UnbecomeStacked(), m => m == "pop");
            Receive<string>(_ => throw new InvalidOperationException("broken"), m => m == "fail");
            Receive<string>(_ => Sender.Tell(name));
        }
    }

    private sealed class Ordered : ReceiveActor
    {
        public Ordered()
        {
            Receive<int>(n => n > 50, _ => Sender.Tell("big"));
            Receive<int>(n =>
            {
                if (n % 2 != 0) return false;
                Sender.Tell("even");
                return true;
            });
            Receive<int>(_ => Sender.Tell("int"));
            Receive(typeof(double), _ => Sender.Tell("typed"));
            ReceiveAny(_ => Sender.Tell("any"));
        }
    }

    private sealed class Late : ReceiveActor
    {
        public Late() => ReceiveAny(_ => Sender.Tell(Record.Exception(() => Receive<int>(_ => { }))!.GetType()));
    }

    private sealed class Unreachable : ReceiveActor
    {
        public Unreachable()
        {
            ReceiveAny(_ => { });
            Receive<int>(_ => { });
        }
    }
}
