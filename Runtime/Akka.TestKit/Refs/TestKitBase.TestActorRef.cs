using System.Linq.Expressions;
using Akka.Actor;

namespace Akka.TestKit;

// Actors whose instance a test can look at.
public abstract partial class TestKitBase
{
    /// <summary>Creates an actor whose instance can be looked at.</summary>
    /// <typeparam name="TActor">Its class.</typeparam>
    /// <param name="props">How to create it.</param>
    /// <param name="supervisor">The actor that supervises it.</param>
    /// <param name="name">Its name; when null one is made up.</param>
    /// <returns>The actor.</returns>
    public TestActorRef<TActor> ActorOfAsTestActorRef<TActor>(Props props, IActorRef supervisor, string? name = null)
        where TActor : ActorBase => new(Sys, props, supervisor, name);

    /// <summary>Creates an actor whose instance can be looked at.</summary>
    /// <typeparam name="TActor">Its class.</typeparam>
    /// <param name="props">How to create it.</param>
    /// <param name="name">Its name; when null one is made up.</param>
    /// <returns>The actor.</returns>
    public TestActorRef<TActor> ActorOfAsTestActorRef<TActor>(Props props, string? name = null)
        where TActor : ActorBase => new(Sys, props, null, name);

    /// <summary>Creates an actor whose instance can be looked at.</summary>
    /// <typeparam name="TActor">Its class.</typeparam>
    /// <param name="factory">An expression of the form <c>() => new TActor(...)</c>.</param>
    /// <param name="supervisor">The actor that supervises it.</param>
    /// <param name="name">Its name; when null one is made up.</param>
    /// <returns>The actor.</returns>
    public TestActorRef<TActor> ActorOfAsTestActorRef<TActor>(
        Expression<Func<TActor>> factory, IActorRef supervisor, string? name = null)
        where TActor : ActorBase => new(Sys, Props.Create(factory), supervisor, name);

    /// <summary>Creates an actor whose instance can be looked at.</summary>
    /// <typeparam name="TActor">Its class.</typeparam>
    /// <param name="factory">An expression of the form <c>() => new TActor(...)</c>.</param>
    /// <param name="name">Its name; when null one is made up.</param>
    /// <returns>The actor.</returns>
    public TestActorRef<TActor> ActorOfAsTestActorRef<TActor>(Expression<Func<TActor>> factory, string? name = null)
        where TActor : ActorBase => new(Sys, Props.Create(factory), null, name);

    /// <summary>Creates an actor whose instance can be looked at.</summary>
    /// <typeparam name="TActor">Its class.</typeparam>
    /// <param name="supervisor">The actor that supervises it.</param>
    /// <param name="name">Its name; when null one is made up.</param>
    /// <returns>The actor.</returns>
    public TestActorRef<TActor> ActorOfAsTestActorRef<TActor>(IActorRef supervisor, string? name = null)
        where TActor : ActorBase, new() => new(Sys, Props.Create<TActor>(), supervisor, name);

    /// <summary>Creates an actor whose instance can be looked at.</summary>
    /// <typeparam name="TActor">Its class.</typeparam>
    /// <param name="name">Its name; when null one is made up.</param>
    /// <returns>The actor.</returns>
    public TestActorRef<TActor> ActorOfAsTestActorRef<TActor>(string? name = null)
        where TActor : ActorBase, new() => new(Sys, Props.Create<TActor>(), null, name);
}
