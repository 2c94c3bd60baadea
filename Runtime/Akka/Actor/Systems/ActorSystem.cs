using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace Akka.Actor;

/// <summary>A tree of actors with what they share: settings, dispatchers, scheduler, event stream.</summary>
public abstract class ActorSystem : IActorRefFactory, IDisposable
{
    private TimeSpan? _startTime;

    /// <summary>For the implementation.</summary>
    protected ActorSystem()
    {
    }

    /// <summary>The settings.</summary>
    public abstract Settings Settings { get; }

    /// <summary>The name.</summary>
    public abstract string Name { get; }

    /// <summary>The serializers; made when they are first asked for.</summary>
    public abstract Serialization.Serialization Serialization { get; }

    /// <summary>The event stream.</summary>
    public abstract EventStream EventStream { get; }

    /// <summary>Where messages go that reach nobody.</summary>
    public abstract IActorRef DeadLetters { get; }

    /// <summary>A reference that swallows every message without a trace.</summary>
    public abstract IActorRef IgnoreRef { get; }

    /// <summary>The dispatchers.</summary>
    public abstract Dispatchers Dispatchers { get; }

    /// <summary>The mailbox types.</summary>
    public abstract Mailboxes Mailboxes { get; }

    /// <summary>The clock and the alarm; starts when it is first asked for.</summary>
    public abstract IScheduler Scheduler { get; }

    /// <summary>The log of the system itself.</summary>
    public abstract ILoggingAdapter Log { get; }

    /// <summary>When the system started, on the scheduler's clock.</summary>
    public TimeSpan StartTime => _startTime ??= Scheduler.MonotonicClock;

    /// <summary>How long the system has run, on the scheduler's clock.</summary>
    public TimeSpan Uptime => Scheduler.MonotonicClock - StartTime;

    /// <summary>Done when the system has ended.</summary>
    public abstract Task WhenTerminated { get; }

    /// <summary>Starts a system with the reference configuration.</summary>
    /// <param name="name">The name: ASCII letters, digits, "-" and "_", the first not one of these two.</param>
    /// <returns>The system.</returns>
    /// <exception cref="ArgumentException">The name is malformed.</exception>
    public static ActorSystem Create(string name) => Create(name, Config.Empty);

    /// <summary>Starts a system.</summary>
    /// <param name="name">The name: ASCII letters, digits, "-" and "_", the first not one of these two.</param>
    /// <param name="config">The configuration; what it leaves open comes from the reference configuration.</param>
    /// <returns>The system.</returns>
    /// <exception cref="ArgumentException">The name is malformed.</exception>
    /// <exception cref="ConfigurationException">A value is of the wrong kind or out of range.</exception>
    public static ActorSystem Create(string name, Config config) => Create(name, config, Akka.Actor.Setup.ActorSystemSetup.Empty);

    /// <summary>Starts a system with a configuration.</summary>
    /// <param name="name">The name.</param>
    /// <param name="setup">The configuration.</param>
    /// <returns>The system.</returns>
    /// <exception cref="NotSupportedException">It asks for references that are not local.</exception>
    public static ActorSystem Create(string name, BootstrapSetup setup) => Create(name, setup, Akka.Actor.Setup.ActorSystemSetup.Empty);

    /// <summary>
    /// Starts a system with parts, of which the runtime uses <see cref="BootstrapSetup"/>,
    /// <see cref="Akka.Serialization.SerializationSetup"/>, and one that implements <see cref="Sim.Control.IControlRequest"/>.
    /// </summary>
    /// <param name="name">The name.</param>
    /// <param name="setup">The parts.</param>
    /// <returns>The system.</returns>
    public static ActorSystem Create(string name, Setup.ActorSystemSetup setup) =>
        Create(name, setup.Bootstrap ?? BootstrapSetup.Create(), setup);

    /// <summary>Creates or finds an extension.</summary>
    /// <param name="extension">Names the extension.</param>
    /// <returns>The extension.</returns>
    public abstract object RegisterExtension(IExtensionId extension);

    /// <summary>Finds an extension, creating it when it is not there.</summary>
    /// <param name="extensionId">Names the extension.</param>
    /// <returns>The extension.</returns>
    public abstract object GetExtension(IExtensionId extensionId);

    /// <summary>Finds an extension.</summary>
    /// <typeparam name="T">The extension's type.</typeparam>
    /// <returns>The extension, or null when it is not registered.</returns>
    public abstract T? GetExtension<T>()
        where T : class, IExtension;

    /// <summary>Tells whether an extension is registered.</summary>
    /// <param name="type">The extension's type.</param>
    /// <returns>True when it is.</returns>
    public abstract bool HasExtension(Type type);

    /// <summary>Tells whether an extension is registered.</summary>
    /// <typeparam name="T">The extension's type.</typeparam>
    /// <returns>True when it is.</returns>
    public abstract bool HasExtension<T>()
        where T : class, IExtension;

    /// <summary>Finds an extension.</summary>
    /// <param name="extensionType">The extension's type.</param>
    /// <param name="extension">The extension.</param>
    /// <returns>False when it is not registered.</returns>
    public abstract bool TryGetExtension(Type extensionType, out object? extension);

    /// <summary>Finds an extension.</summary>
    /// <typeparam name="T">The extension's type.</typeparam>
    /// <param name="extension">The extension.</param>
    /// <returns>False when it is not registered.</returns>
    public abstract bool TryGetExtension<T>(out T? extension)
        where T : class, IExtension;

    /// <summary>Adds code that runs when all actors have ended; the last that was added runs first.</summary>
    /// <param name="code">The code.</param>
    /// <exception cref="InvalidOperationException">The system has ended.</exception>
    public abstract void RegisterOnTermination(Action code);

    /// <summary>Stops all actors and ends the system.</summary>
    /// <returns>Done when it has ended.</returns>
    public abstract Task Terminate();

    /// <summary>Stops an actor after the message that it is handling.</summary>
    /// <param name="actor">The actor.</param>
    public abstract void Stop(IActorRef actor);

    /// <summary>Begins to end the system.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    public abstract IActorRef ActorOf(Props props, string? name = null);

    /// <inheritdoc/>
    public abstract ActorSelection ActorSelection(ActorPath actorPath);

    /// <inheritdoc/>
    public abstract ActorSelection ActorSelection(string actorPath);

    /// <summary>Begins to end the system; does not wait, since it may be called from one of its own actors.</summary>
    /// <param name="disposing">True when called from <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing) Terminate();
    }

    private static ActorSystemImpl Create(string name, BootstrapSetup setup, Setup.ActorSystemSetup all)
    {
        if (setup.ActorRefProvider is { HasValue: true, Value: not ProviderSelection.Local and var other })
        {
            throw new NotSupportedException($"ActorRefProvider [{other.Identifier}]: this runtime has local references only.");
        }

        return Create(name, setup.Config.GetOrElse(Config.Empty), all);
    }

    private static ActorSystemImpl Create(string name, Config config, Setup.ActorSystemSetup setup)
    {
        var system = new ActorSystemImpl(name, config, setup);
        system.Start();
        return system;
    }
}
