using System.Linq.Expressions;
using Akka.Actor;
using Akka.Actor.Dsl;

namespace Akka.TestKit;

// Creating, finding and watching actors.
public abstract partial class TestKitBase
{
    private const string TestActorDispatcher = "akka.test.test-actor.dispatcher";

    /// <summary>Creates an actor in the system under test.</summary>
    /// <param name="props">How to create it.</param>
    /// <returns>The actor.</returns>
    public IActorRef ActorOf(Props props) => Sys.ActorOf(props);

    /// <summary>Creates an actor in the system under test.</summary>
    /// <param name="props">How to create it.</param>
    /// <param name="name">Its name; when null the system makes one up.</param>
    /// <returns>The actor.</returns>
    public IActorRef ActorOf(Props props, string? name) => Sys.ActorOf(props, name);

    /// <summary>Creates an actor in the system under test.</summary>
    /// <typeparam name="TActor">Its class.</typeparam>
    /// <returns>The actor.</returns>
    public IActorRef ActorOf<TActor>()
        where TActor : ActorBase, new() => Sys.ActorOf(Props.Create<TActor>());

    /// <summary>Creates an actor in the system under test.</summary>
    /// <typeparam name="TActor">Its class.</typeparam>
    /// <param name="name">Its name; when null the system makes one up.</param>
    /// <returns>The actor.</returns>
    public IActorRef ActorOf<TActor>(string? name)
        where TActor : ActorBase, new() => Sys.ActorOf(Props.Create<TActor>(), name);

    /// <summary>Creates an actor in the system under test.</summary>
    /// <typeparam name="TActor">Its class.</typeparam>
    /// <param name="factory">An expression of the form <c>() => new TActor(...)</c>.</param>
    /// <returns>The actor.</returns>
    public IActorRef ActorOf<TActor>(Expression<Func<TActor>> factory)
        where TActor : ActorBase => Sys.ActorOf(Props.Create(factory));

    /// <summary>Creates an actor in the system under test.</summary>
    /// <typeparam name="TActor">Its class.</typeparam>
    /// <param name="factory">An expression of the form <c>() => new TActor(...)</c>.</param>
    /// <param name="name">Its name; when null the system makes one up.</param>
    /// <returns>The actor.</returns>
    public IActorRef ActorOf<TActor>(Expression<Func<TActor>> factory, string? name)
        where TActor : ActorBase => Sys.ActorOf(Props.Create(factory), name);

    /// <summary>Creates an actor that is written down in the test.</summary>
    /// <param name="configure">What it is made of.</param>
    /// <param name="name">Its name; when null the system makes one up.</param>
    /// <returns>The actor.</returns>
    public IActorRef ActorOf(Action<IActorDsl> configure, string? name = null) => Sys.ActorOf(configure, name);

    /// <summary>Creates an actor that is written down in the test.</summary>
    /// <param name="configure">What it is made of; it gets the actor's context as well.</param>
    /// <param name="name">Its name; when null the system makes one up.</param>
    /// <returns>The actor.</returns>
    public IActorRef ActorOf(Action<IActorDsl, IActorContext> configure, string? name = null) => Sys.ActorOf(configure, name);

    /// <summary>Selects actors of the system under test.</summary>
    /// <param name="actorPath">The path.</param>
    /// <returns>The selection.</returns>
    public ActorSelection ActorSelection(ActorPath actorPath) => Sys.ActorSelection(actorPath);

    /// <summary>Selects actors of the system under test.</summary>
    /// <param name="actorPath">The path, with wildcards if wanted.</param>
    /// <returns>The selection.</returns>
    public ActorSelection ActorSelection(string actorPath) => Sys.ActorSelection(actorPath);

    /// <summary>Selects actors from an actor on.</summary>
    /// <param name="anchorRef">The actor.</param>
    /// <param name="actorPath">The path from there.</param>
    /// <returns>The selection.</returns>
    public ActorSelection ActorSelection(IActorRef anchorRef, string actorPath) => Sys.ActorSelection(anchorRef, actorPath);

    /// <summary>Lets the test actor watch an actor, so that its end can be expected.</summary>
    /// <param name="actorToWatch">The actor.</param>
    /// <returns>The actor.</returns>
    public IActorRef Watch(IActorRef actorToWatch)
    {
        Command(context => context.Watch(actorToWatch));
        return actorToWatch;
    }

    /// <summary>Lets the test actor watch an actor; the task ends when it does.</summary>
    /// <param name="actorToWatch">The actor.</param>
    /// <returns>The actor.</returns>
    public Task<IActorRef> WatchAsync(IActorRef actorToWatch) => Command(context => context.Watch(actorToWatch));

    /// <summary>Stops watching an actor.</summary>
    /// <param name="actorToUnwatch">The actor.</param>
    /// <returns>The actor.</returns>
    public IActorRef Unwatch(IActorRef actorToUnwatch)
    {
        Command(context => context.Unwatch(actorToUnwatch));
        return actorToUnwatch;
    }

    /// <summary>Stops watching an actor; the task ends when that is done.</summary>
    /// <param name="actorToUnwatch">The actor.</param>
    /// <returns>The actor.</returns>
    public Task<IActorRef> UnwatchAsync(IActorRef actorToUnwatch) => Command(context => context.Unwatch(actorToUnwatch));

    private Task<IActorRef> Command(Func<IActorContext, IActorRef> action)
    {
        var command = new TestActorCommand(action);
        TestActor.Tell(command, ActorRefs.NoSender);
        return command.Done;
    }
}
