using System.Text.RegularExpressions;
using Akka.Actor;
using Akka.Event;
using Akka.TestKit.Internal;
using Akka.TestKit.Internal.StringMatcher;

namespace Akka.TestKit;

/// <summary>
/// Makes filters of the log events of a system. The system has to log at the level that is wanted, and to
/// <see cref="TestEventListener"/>, as the systems that test kits create do.
/// </summary>
public partial class EventFilterFactory
{
    private readonly TestKitBase _testkit;
    private readonly ActorSystem _system;
    private readonly IReadOnlyList<EventFilterBase> _filters;

    /// <summary>Creates a factory for the system of a kit.</summary>
    /// <param name="testkit">The kit.</param>
    public EventFilterFactory(TestKitBase testkit)
        : this(testkit, testkit.Sys)
    {
    }

    /// <summary>Creates a factory for a system.</summary>
    /// <param name="testkit">The kit whose assertions and times are used.</param>
    /// <param name="system">The system.</param>
    public EventFilterFactory(TestKitBase testkit, ActorSystem system)
        : this(testkit, system, [])
    {
    }

    /// <summary>Creates a factory whose filters join others.</summary>
    /// <param name="testkit">The kit whose assertions and times are used.</param>
    /// <param name="actorSystem">The system.</param>
    /// <param name="filters">The others: an event that any of them wants counts.</param>
    public EventFilterFactory(TestKitBase testkit, ActorSystem actorSystem, IReadOnlyList<EventFilterBase> filters)
    {
        _testkit = testkit;
        _system = actorSystem;
        _filters = filters;
    }

    /// <summary>Wants errors that an exception of a type caused.</summary>
    /// <typeparam name="TException">The type.</typeparam>
    /// <param name="pattern">Matches the message of the event or of the exception.</param>
    /// <param name="source">The source, exactly; null for any.</param>
    /// <returns>The filter.</returns>
    public IEventFilterApplier Exception<TException>(Regex pattern, string? source = null)
        where TException : Exception => Exception(typeof(TException), pattern, source);

    /// <summary>Wants errors that an exception of a type caused.</summary>
    /// <param name="exceptionType">The type.</param>
    /// <param name="pattern">Matches the message of the event or of the exception.</param>
    /// <param name="source">The source, exactly; null for any.</param>
    /// <param name="checkInnerExceptions">Whether the exceptions inside count too.</param>
    /// <returns>The filter.</returns>
    public IEventFilterApplier Exception(
        Type exceptionType, Regex pattern, string? source = null, bool checkInnerExceptions = false) =>
        CreateApplier(
            new ExceptionFilter(exceptionType, TextMatcher.Matches(pattern), Source(source), checkInnerExceptions), _system);

    /// <summary>Wants errors that an exception of a type caused.</summary>
    /// <typeparam name="TException">The type.</typeparam>
    /// <param name="message">The message of the event or the exception, exactly; null for any.</param>
    /// <param name="start">How it starts; null for anyhow.</param>
    /// <param name="contains">What it contains; null for anything.</param>
    /// <param name="source">The source, exactly; null for any.</param>
    /// <returns>The filter.</returns>
    public IEventFilterApplier Exception<TException>(
        string? message = null, string? start = null, string? contains = null, string? source = null)
        where TException : Exception => Exception(typeof(TException), message, start, contains, source);

    /// <summary>Wants errors that an exception of a type caused.</summary>
    /// <param name="exceptionType">The type.</param>
    /// <param name="message">The message of the event or the exception, exactly; null for any.</param>
    /// <param name="start">How it starts; null for anyhow.</param>
    /// <param name="contains">What it contains; null for anything.</param>
    /// <param name="source">The source, exactly; null for any.</param>
    /// <param name="checkInnerExceptions">Whether the exceptions inside count too.</param>
    /// <returns>The filter.</returns>
    public IEventFilterApplier Exception(
        Type exceptionType, string? message = null, string? start = null, string? contains = null, string? source = null,
        bool checkInnerExceptions = false) =>
        CreateApplier(
            new ExceptionFilter(
                exceptionType, CreateMessageMatcher(message, start, contains), Source(source), checkInnerExceptions),
            _system);

    /// <summary>Wants events that fulfil a condition.</summary>
    /// <param name="predicate">The condition.</param>
    /// <returns>The filter.</returns>
    public IEventFilterApplier Custom(Predicate<LogEvent> predicate) => Custom<LogEvent>(predicate);

    /// <summary>Wants events of a type that fulfil a condition.</summary>
    /// <typeparam name="TLogEvent">The type.</typeparam>
    /// <param name="predicate">The condition.</param>
    /// <returns>The filter.</returns>
    public IEventFilterApplier Custom<TLogEvent>(Predicate<TLogEvent> predicate)
        where TLogEvent : LogEvent
    {
        ArgumentNullException.ThrowIfNull(predicate);
        return CreateApplier(
            new CustomFilter(typeof(TLogEvent), logEvent => logEvent is TLogEvent typed && predicate(typed)), _system);
    }

    /// <summary>Wants events of a level.</summary>
    /// <param name="logLevel">The level.</param>
    /// <param name="message">The message, exactly; null for any.</param>
    /// <param name="start">How the message starts; null for anyhow.</param>
    /// <param name="contains">What the message contains; null for anything.</param>
    /// <param name="source">The source, exactly; null for any.</param>
    /// <returns>The filter.</returns>
    public IEventFilterApplier ForLogLevel(
        LogLevel logLevel, string? message = null, string? start = null, string? contains = null, string? source = null) =>
        CreateApplier(new LevelFilter(logLevel, CreateMessageMatcher(message, start, contains), Source(source)), _system);

    /// <summary>Wants events of a level.</summary>
    /// <param name="logLevel">The level.</param>
    /// <param name="pattern">Matches the message.</param>
    /// <param name="source">The source, exactly; null for any.</param>
    /// <returns>The filter.</returns>
    public IEventFilterApplier ForLogLevel(LogLevel logLevel, Regex pattern, string? source = null) =>
        CreateApplier(new LevelFilter(logLevel, TextMatcher.Matches(pattern), Source(source)), _system);

    /// <summary>Wants dead letters.</summary>
    /// <returns>The filter.</returns>
    public IEventFilterApplier DeadLetter() => Letters("", static _ => true, null);

    /// <summary>Wants dead letters of a type.</summary>
    /// <typeparam name="TMessage">The type of the message that was undeliverable.</typeparam>
    /// <param name="source">The path of the receiver, exactly; null for any.</param>
    /// <returns>The filter.</returns>
    public IEventFilterApplier DeadLetter<TMessage>(string? source = null) => DeadLetter(typeof(TMessage), source);

    /// <summary>Wants dead letters of a type that fulfil a condition.</summary>
    /// <typeparam name="TMessage">The type of the message that was undeliverable.</typeparam>
    /// <param name="isMatch">The condition.</param>
    /// <param name="source">The path of the receiver, exactly; null for any.</param>
    /// <returns>The filter.</returns>
    public IEventFilterApplier DeadLetter<TMessage>(Func<TMessage, bool> isMatch, string? source = null)
    {
        ArgumentNullException.ThrowIfNull(isMatch);
        return DeadLetter(typeof(TMessage), message => isMatch((TMessage)message), source);
    }

    /// <summary>Wants dead letters of a type.</summary>
    /// <param name="type">The type of the message that was undeliverable.</param>
    /// <param name="source">The path of the receiver, exactly; null for any.</param>
    /// <returns>The filter.</returns>
    public IEventFilterApplier DeadLetter(Type type, string? source = null) => DeadLetter(type, static _ => true, source);

    /// <summary>Wants dead letters of a type that fulfil a condition.</summary>
    /// <param name="type">The type of the message that was undeliverable.</param>
    /// <param name="isMatch">The condition.</param>
    /// <param name="source">The path of the receiver, exactly; null for any.</param>
    /// <returns>The filter.</returns>
    public IEventFilterApplier DeadLetter(Type type, Func<object, bool> isMatch, string? source = null) =>
        Letters($" of {type}", letter => type.IsInstanceOfType(letter.Message) && isMatch(letter.Message), source);

    /// <summary>Makes a matcher of messages.</summary>
    /// <param name="message">The message, exactly; null for any.</param>
    /// <param name="start">How the message starts; null for anyhow.</param>
    /// <param name="contains">What the message contains; null for anything.</param>
    /// <returns>The matcher, by the first of the three that is given.</returns>
    protected static IStringMatcher CreateMessageMatcher(string? message, string? start, string? contains) =>
        message is not null ? TextMatcher.Is(message)
        : start is not null ? TextMatcher.StartsWith(start)
        : contains is not null ? TextMatcher.Contains(contains)
        : TextMatcher.Any;

    /// <summary>Makes a filter ready for use.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="system">The system whose events it looks at.</param>
    /// <returns>The filter, joined with those of the factory.</returns>
    protected IEventFilterApplier CreateApplier(EventFilterBase filter, ActorSystem system) =>
        new EventFilterApplier(_testkit, system, [.. _filters, filter]);

    private static TextMatcher? Source(string? source) => source is null ? null : TextMatcher.Is(source);

    private IEventFilterApplier Letters(string what, Predicate<DeadLetter> matches, string? source) =>
        CreateApplier(new DeadLetterFilter(what, matches, Source(source)), _system);
}
