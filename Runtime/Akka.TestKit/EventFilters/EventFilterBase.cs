using Akka.Event;
using Akka.TestKit.Internal.StringMatcher;

namespace Akka.TestKit.Internal;

/// <summary>Tells that an event matched.</summary>
/// <param name="eventFilter">The filter that it matched.</param>
/// <param name="logEvent">The event.</param>
public delegate void EventMatched(EventFilterBase eventFilter, LogEvent logEvent);

/// <summary>Says which log events a test wants, and tells who counts them.</summary>
public abstract class EventFilterBase
{
    private readonly IStringMatcher _message;
    private readonly IStringMatcher _source;

    /// <summary>Creates a filter.</summary>
    /// <param name="messageMatcher">Matches the text of the event; null for any.</param>
    /// <param name="sourceMatcher">Matches the source of the event; null for any.</param>
    protected EventFilterBase(IStringMatcher? messageMatcher, IStringMatcher? sourceMatcher)
    {
        _message = messageMatcher ?? TextMatcher.Any;
        _source = sourceMatcher ?? TextMatcher.Any;
    }

    /// <summary>Raised, on the thread of the listener, with each event that matched.</summary>
    public event EventMatched? EventMatched;

    /// <summary>Says whether the filter wants an event, and tells who counts.</summary>
    /// <param name="logEvent">The event.</param>
    /// <returns>True when it matched, and need not be shown.</returns>
    public bool ShouldFilterEvent(LogEvent logEvent)
    {
        ArgumentNullException.ThrowIfNull(logEvent);
        if (!IsMatch(logEvent)) return false;
        EventMatched?.Invoke(this, logEvent);
        return true;
    }

    /// <summary>Says whether the filter wants an event.</summary>
    /// <param name="evt">The event.</param>
    /// <returns>True when it matches.</returns>
    protected abstract bool IsMatch(LogEvent evt);

    /// <summary>Matches the source and the text of an event.</summary>
    /// <param name="src">The source.</param>
    /// <param name="msg">The message.</param>
    /// <returns>True when both match.</returns>
    protected bool InternalDoMatch(string src, object? msg) => _source.IsMatch(src) && _message.IsMatch($"{msg}");

    /// <summary>The texts that the filter wants, for failures.</summary>
    /// <returns>The description.</returns>
    protected string DescribeTexts() =>
        (ReferenceEquals(_message, TextMatcher.Any) ? "" : $" whose message {_message}")
        + (ReferenceEquals(_source, TextMatcher.Any) ? "" : $" whose source {_source}");
}
