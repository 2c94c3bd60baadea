using Akka.Util;

namespace Akka.Actor;

/// <summary>Applies the decision to the child that failed and to no other.</summary>
public class OneForOneStrategy : SupervisorStrategy, IEquatable<OneForOneStrategy>
{
    private readonly IDecider _decider;

    /// <summary>A strategy with a bound on restarts.</summary>
    /// <param name="maxNrOfRetries">The most restarts in a window; null or negative for no bound, 0 for none at all.</param>
    /// <param name="withinTimeRange">The length of a window; null for a window without end.</param>
    /// <param name="localOnlyDecider">Chooses what happens.</param>
    public OneForOneStrategy(int? maxNrOfRetries, TimeSpan? withinTimeRange, Func<Exception, Directive> localOnlyDecider)
        : this(maxNrOfRetries, withinTimeRange, Actor.Decider.From(localOnlyDecider))
    {
    }

    /// <summary>A strategy with a bound on restarts.</summary>
    /// <param name="maxNrOfRetries">The most restarts in a window; null or negative for no bound, 0 for none at all.</param>
    /// <param name="withinTimeRange">The length of a window; null for a window without end.</param>
    /// <param name="decider">Chooses what happens.</param>
    public OneForOneStrategy(int? maxNrOfRetries, TimeSpan? withinTimeRange, IDecider decider)
        : this(
            maxNrOfRetries ?? -1,
            withinTimeRange is { } range && range != Timeout.InfiniteTimeSpan ? (int)range.TotalMilliseconds : -1,
            decider)
    {
    }

    /// <summary>A strategy with a bound on restarts.</summary>
    /// <param name="maxNrOfRetries">The most restarts in a window; negative for no bound, 0 for none at all.</param>
    /// <param name="withinTimeMilliseconds">The length of a window in milliseconds; negative for a window without end.</param>
    /// <param name="localOnlyDecider">Chooses what happens.</param>
    /// <param name="loggingEnabled">True when failures are logged.</param>
    public OneForOneStrategy(
        int maxNrOfRetries, int withinTimeMilliseconds, Func<Exception, Directive> localOnlyDecider,
        bool loggingEnabled = true)
        : this(maxNrOfRetries, withinTimeMilliseconds, Actor.Decider.From(localOnlyDecider), loggingEnabled)
    {
    }

    /// <summary>A strategy with a bound on restarts.</summary>
    /// <param name="maxNrOfRetries">The most restarts in a window; negative for no bound, 0 for none at all.</param>
    /// <param name="withinTimeMilliseconds">The length of a window in milliseconds; negative for a window without end.</param>
    /// <param name="decider">Chooses what happens.</param>
    /// <param name="loggingEnabled">True when failures are logged.</param>
    public OneForOneStrategy(
        int maxNrOfRetries, int withinTimeMilliseconds, IDecider decider, bool loggingEnabled = true)
    {
        MaxNumberOfRetries = maxNrOfRetries;
        WithinTimeRangeMilliseconds = withinTimeMilliseconds;
        _decider = decider;
        LoggingEnabled = loggingEnabled;
    }

    /// <summary>A strategy without a bound.</summary>
    /// <param name="localOnlyDecider">Chooses what happens.</param>
    public OneForOneStrategy(Func<Exception, Directive> localOnlyDecider)
        : this(-1, -1, localOnlyDecider)
    {
    }

    /// <summary>A strategy without a bound.</summary>
    /// <param name="localOnlyDecider">Chooses what happens.</param>
    /// <param name="loggingEnabled">True when failures are logged.</param>
    public OneForOneStrategy(Func<Exception, Directive> localOnlyDecider, bool loggingEnabled = true)
        : this(-1, -1, localOnlyDecider, loggingEnabled)
    {
    }

    /// <summary>A strategy without a bound.</summary>
    /// <param name="decider">Chooses what happens.</param>
    public OneForOneStrategy(IDecider decider)
        : this(-1, -1, decider)
    {
    }

    /// <summary>A strategy without a bound and with the default decider.</summary>
    protected OneForOneStrategy()
        : this(DefaultDecider)
    {
    }

    /// <summary>The most restarts in a window; negative for no bound.</summary>
    public int MaxNumberOfRetries { get; }

    /// <summary>The length of a window in milliseconds; negative for a window without end.</summary>
    public int WithinTimeRangeMilliseconds { get; }

    /// <inheritdoc/>
    public override IDecider Decider => _decider;

    /// <summary>The same strategy with another bound.</summary>
    /// <param name="maxNrOfRetries">The most restarts in a window; negative for no bound.</param>
    /// <returns>The strategy.</returns>
    public OneForOneStrategy WithMaxNrOfRetries(int maxNrOfRetries) =>
        new(maxNrOfRetries, WithinTimeRangeMilliseconds, _decider, LoggingEnabled);

    /// <inheritdoc/>
    public override void ProcessFailure(
        IActorContext context, bool restart, IActorRef child, Exception cause, ChildRestartStats stats,
        IReadOnlyCollection<ChildRestartStats> children)
    {
        if (restart && stats.RequestRestartPermission(MaxNumberOfRetries, WithinTimeRangeMilliseconds))
        {
            RestartChild(child, cause, suspendFirst: false);
        }
        else
        {
            context.Stop(child);
        }
    }

    /// <inheritdoc/>
    public override void HandleChildTerminated(
        IActorContext actorContext, IActorRef child, IEnumerable<IInternalActorRef> children)
    {
    }

    /// <inheritdoc/>
    public bool Equals(OneForOneStrategy? other) =>
        other is not null && MaxNumberOfRetries == other.MaxNumberOfRetries
        && WithinTimeRangeMilliseconds == other.WithinTimeRangeMilliseconds && _decider.Equals(other._decider);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as OneForOneStrategy);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(MaxNumberOfRetries, WithinTimeRangeMilliseconds, _decider);

    /// <inheritdoc/>
    public override ISurrogate ToSurrogate(ActorSystem system) => new OneForOneStrategySurrogate
    {
        MaxNumberOfRetries = MaxNumberOfRetries,
        WithinTimeRangeMilliseconds = WithinTimeRangeMilliseconds,
        Decider = Decider,
        LoggingEnabled = LoggingEnabled,
    };

    /// <inheritdoc/>
    protected override Directive Handle(IActorRef child, Exception exception) => _decider.Decide(exception);

    /// <summary>What travels of a strategy: its values, of which the decider must be a table.</summary>
    public class OneForOneStrategySurrogate : ISurrogate
    {
        /// <summary>The most restarts in a window; negative for no bound.</summary>
        public int MaxNumberOfRetries { get; set; }

        /// <summary>The length of a window in milliseconds; negative for a window without end.</summary>
        public int WithinTimeRangeMilliseconds { get; set; }

        /// <summary>Chooses what happens.</summary>
        public IDecider Decider { get; set; } = DefaultDecider;

        /// <summary>True when failures are logged.</summary>
        public bool LoggingEnabled { get; set; }

        /// <inheritdoc/>
        public ISurrogated FromSurrogate(ActorSystem system) =>
            new OneForOneStrategy(MaxNumberOfRetries, WithinTimeRangeMilliseconds, Decider, LoggingEnabled);
    }
}
