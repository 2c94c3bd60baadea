using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Control;

namespace Akka.Event;

/// <summary>A bus that delivers an event to the subscribers of its class, of its base classes and of its interfaces.</summary>
public abstract class LoggingBus
{
    private Lock? _lock;
    private Subscription[] _subscriptions = [];
    private ConcurrentDictionary<Type, IActorRef[]>? _receivers;

    /// <summary>True when anybody listens to anything.</summary>
    internal bool HasSubscribers => _subscriptions.Length > 0;

    /// <summary>The lowest level that is logged.</summary>
    public LogLevel LogLevel { get; internal set; } = LogLevel.InfoLevel;

    /// <summary>The world whose clock log events show instead of the wall clock, or null.</summary>
    internal ControlledWorld? World { get; init; }

    // Made when it is needed: to most simulated systems nobody listens.
    private Lock Guard => _lock ?? Interlocked.CompareExchange(ref _lock, new(), null) ?? _lock;

    /// <summary>Subscribes to a class of events.</summary>
    /// <param name="subscriber">Who listens.</param>
    /// <param name="classifier">The class.</param>
    /// <returns>False when it had subscribed already.</returns>
    public virtual bool Subscribe(IActorRef subscriber, Type classifier)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        ArgumentNullException.ThrowIfNull(classifier);
        lock (Guard)
        {
            if (_subscriptions.Any(s => s.Channel == classifier && s.Subscriber.Equals(subscriber))) return false;
            Replace([.. _subscriptions, new Subscription(subscriber, classifier)]);
            return true;
        }
    }

    /// <summary>Ends one subscription.</summary>
    /// <param name="subscriber">Who listened.</param>
    /// <param name="classifier">The class.</param>
    /// <returns>False when there was none.</returns>
    public virtual bool Unsubscribe(IActorRef subscriber, Type classifier) =>
        RemoveWhere(s => s.Channel == classifier && s.Subscriber.Equals(subscriber));

    /// <summary>Ends all subscriptions of a subscriber.</summary>
    /// <param name="subscriber">Who listened.</param>
    /// <returns>False when there was none.</returns>
    public virtual bool Unsubscribe(IActorRef subscriber) => RemoveWhere(s => s.Subscriber.Equals(subscriber));

    /// <summary>Delivers an event; costs next to nothing when nobody listens to its class.</summary>
    /// <param name="event">The event.</param>
    public void Publish(object @event)
    {
        if (_subscriptions.Length == 0) return;
        if (World is not null && @event is LogEvent log) log.Stamp(World.TimeOfDay.UtcDateTime);
        foreach (var receiver in ReceiversOf(@event.GetType()))
        {
            // Who has ended listens no more; events are not worth dead letters of their own.
            if (receiver is IInternalActorRef { IsTerminated: true } dead && dead is ActorCell) Unsubscribe(receiver);
            else receiver.Tell(@event, ActorCell.Current);
        }
    }

    /// <summary>Tells whether an event of a class would reach anybody.</summary>
    internal bool Reaches(Type type) => _subscriptions.Length > 0 && ReceiversOf(type).Length > 0;

    private IActorRef[] ReceiversOf(Type type)
    {
        var receivers = Volatile.Read(ref _receivers);
        if (receivers is not null && receivers.TryGetValue(type, out var known)) return known;
        IActorRef[] found = [.. Volatile.Read(ref _subscriptions)
            .Where(s => s.Channel.IsAssignableFrom(type)).Select(s => s.Subscriber).Distinct()];
        return receivers is null ? found : receivers.GetOrAdd(type, found);
    }

    private bool RemoveWhere(Func<Subscription, bool> condition)
    {
        lock (Guard)
        {
            Subscription[] rest = [.. _subscriptions.Where(s => !condition(s))];
            if (rest.Length == _subscriptions.Length) return false;
            Replace(rest);
            return true;
        }
    }

    // A reader that still holds the old cache fills it from the old subscriptions: it is thrown away as a whole.
    private void Replace(Subscription[] subscriptions)
    {
        Volatile.Write(ref _subscriptions, subscriptions);
        Volatile.Write(ref _receivers, new ConcurrentDictionary<Type, IActorRef[]>());
    }

    private readonly record struct Subscription(IActorRef Subscriber, Type Channel);
}

/// <summary>The event stream of a system.</summary>
/// <param name="debug">True to log subscriptions.</param>
public class EventStream(bool debug) : LoggingBus
{
    /// <summary>Does nothing: a subscriber that has ended is taken off at the next event, so there is no need to watch any.</summary>
    /// <param name="system">The system.</param>
    public void StartUnsubscriber(ActorSystemImpl system) => _ = system;

    /// <inheritdoc/>
    public override bool Subscribe(IActorRef subscriber, Type channel)
    {
        var added = base.Subscribe(subscriber, channel);
        if (debug && added) Publish(new Debug(nameof(EventStream), GetType(), $"subscribing {subscriber} to channel {channel}"));
        return added;
    }

    /// <inheritdoc/>
    public override bool Unsubscribe(IActorRef subscriber, Type channel)
    {
        var removed = base.Unsubscribe(subscriber, channel);
        if (debug && removed) Publish(new Debug(nameof(EventStream), GetType(), $"unsubscribing {subscriber} from channel {channel}"));
        return removed;
    }

    /// <inheritdoc/>
    public override bool Unsubscribe(IActorRef subscriber)
    {
        var removed = base.Unsubscribe(subscriber);
        if (debug && removed) Publish(new Debug(nameof(EventStream), GetType(), $"unsubscribing {subscriber} from all channels"));
        return removed;
    }
}
