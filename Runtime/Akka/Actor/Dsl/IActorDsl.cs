namespace Akka.Actor.Dsl;

/// <summary>What an actor is made of when it is written down in place, without a class of its own.</summary>
public interface IActorDsl
{
    /// <summary>Runs after a restart, in the new instance; null for what actors do otherwise.</summary>
    Action<Exception, IActorContext>? OnPostRestart { get; set; }

    /// <summary>Runs before a restart, in the old instance; null for what actors do otherwise.</summary>
    Action<Exception, object, IActorContext>? OnPreRestart { get; set; }

    /// <summary>Runs when the actor ends; null for nothing.</summary>
    Action<IActorContext>? OnPostStop { get; set; }

    /// <summary>Runs when the actor starts; null for nothing.</summary>
    Action<IActorContext>? OnPreStart { get; set; }

    /// <summary>How the actor handles failures of its children; null for the default.</summary>
    SupervisorStrategy? Strategy { get; set; }

    /// <summary>Handles messages of a type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="handler">The handler.</param>
    void Receive<T>(Action<T, IActorContext> handler);

    /// <summary>Handles some messages of a type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="shouldHandle">Tells which.</param>
    /// <param name="handler">The handler.</param>
    void Receive<T>(Predicate<T> shouldHandle, Action<T, IActorContext> handler);

    /// <summary>Handles some messages of a type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="handler">The handler.</param>
    /// <param name="shouldHandle">Tells which.</param>
    void Receive<T>(Action<T, IActorContext> handler, Predicate<T> shouldHandle);

    /// <summary>Handles messages of a type asynchronously; others wait meanwhile.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="handler">The handler.</param>
    /// <param name="shouldHandle">Tells which, or null for all.</param>
    void ReceiveAsync<T>(Func<T, IActorContext, Task> handler, Predicate<T>? shouldHandle = null);

    /// <summary>Handles some messages of a type asynchronously; others wait meanwhile.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="shouldHandle">Tells which.</param>
    /// <param name="handler">The handler.</param>
    void ReceiveAsync<T>(Predicate<T> shouldHandle, Func<T, IActorContext, Task> handler);

    /// <summary>Handles all messages that nothing before it handles.</summary>
    /// <param name="handler">The handler.</param>
    void ReceiveAny(Action<object, IActorContext> handler);

    /// <summary>Handles all messages that nothing before it handles asynchronously; others wait meanwhile.</summary>
    /// <param name="handler">The handler.</param>
    void ReceiveAnyAsync(Func<object, IActorContext, Task> handler);

    /// <summary>What actors do before a restart: they stop their children and run what is for the end.</summary>
    /// <param name="reason">The failure.</param>
    /// <param name="message">The message that was being handled.</param>
    void DefaultPreRestart(Exception reason, object message);

    /// <summary>What actors do after a restart: they run what is for the start.</summary>
    /// <param name="reason">The failure.</param>
    void DefaultPostRestart(Exception reason);

    /// <summary>What actors do at their start: nothing.</summary>
    void DefaultPreStart();

    /// <summary>What actors do at their end: nothing.</summary>
    void DefaultPostStop();

    /// <summary>Replaces the current behaviour.</summary>
    /// <param name="handler">The new behaviour.</param>
    void Become(Action<object, IActorContext> handler);

    /// <summary>Puts a behaviour on top of the current one.</summary>
    /// <param name="handler">The new behaviour.</param>
    void BecomeStacked(Action<object, IActorContext> handler);

    /// <summary>Goes back to the behaviour below.</summary>
    void UnbecomeStacked();

    /// <summary>Creates a child that is written down in place.</summary>
    /// <param name="config">What it is made of.</param>
    /// <param name="name">Its name, or null for a generated one.</param>
    /// <returns>The reference.</returns>
    IActorRef ActorOf(Action<IActorDsl> config, string? name = null);
}
