using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Xunit;

namespace Sim.Tests.Runtime;

public sealed class CreationTests() : ActorTest(
    "early.type = \"Sim.Tests.Runtime.CreationTests+EarlyConfigurator, Sim.Tests\"")
{
    [Fact]
    public async Task A_message_that_comes_before_the_actor_is_created_waits_for_it()
    {
        var log = NewProbe();
        Sys.ActorOf(Scripted.Of((message, _) => log.Ref.Tell(message)).WithDispatcher("early")).Tell("late");
        await log.Expect("early", "late");
    }

    [Fact]
    public async Task Actors_that_are_created_at_once_from_one_recipe_share_its_arguments()
    {
        for (var round = 0; round < 20; round++)
        {
            var log = NewProbe();
            var props = Props.Create(() => new Owner(new object(), log.Ref));
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Sys.ActorOf(props))));
            var first = await log.Next<object>();
            for (var i = 1; i < 4; i++) Assert.Same(first, await log.Next<object>());
        }
    }

    [Fact]
    public async Task No_actor_outlives_its_system_when_it_is_created_while_that_ends()
    {
        for (var round = 0; round < 50; round++)
        {
            var system = ActorSystem.Create("ending", ConfigurationFactory.ParseString("akka.loglevel = OFF"));
            var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var created = Task.Run(() => CreateUntilItEnds(system, begun));
            await begun.Task;
            await system.Terminate().WaitAsync(Wait);
            var actors = await created;
            Assert.True(SpinWait.SpinUntil(() => actors.All(actor => actor.IsTerminated), Wait));
        }
    }

    private static List<IInternalActorRef> CreateUntilItEnds(ActorSystem system, TaskCompletionSource begun)
    {
        var actors = new List<IInternalActorRef>();
        while (actors.Count < 100_000)
        {
            try
            {
                actors.Add((IInternalActorRef)system.ActorOf(Scripted.Of((_, _) => { })));
                begun.TrySetResult();
            }
            catch (InvalidOperationException)
            {
                break;
            }
        }

        return actors;
    }

    private sealed class Owner : UntypedActor
    {
        public Owner(object owned, IActorRef log) => log.Tell(owned);

        protected override void OnReceive(object message) => Unhandled(message);
    }

    /// <summary>Stands for another thread that finds the child between its entry in the list and its creation.</summary>
    public sealed class EarlyDispatcher(MessageDispatcherConfigurator configurator) : MessageDispatcher(configurator)
    {
        public override void Attach(ActorCell cell)
        {
            base.Attach(cell);
            cell.Tell("early", ActorRefs.NoSender);
        }

        protected override void ExecuteTask(IRunnable run) => run.Run();

        protected override void Shutdown()
        {
        }
    }

    public sealed class EarlyConfigurator(Config config, IDispatcherPrerequisites prerequisites)
        : MessageDispatcherConfigurator(config, prerequisites)
    {
        public override MessageDispatcher Dispatcher() => new EarlyDispatcher(this);
    }
}
