using System.Text.RegularExpressions;
using Akka.Event;

namespace Akka.TestKit;

// Filters for events of one level.
public partial class EventFilterFactory
{
    /// <summary>Wants errors.</summary>
    /// <param name="message">The message, exactly; null for any.</param>
    /// <param name="start">How the message starts; null for anyhow.</param>
    /// <param name="contains">What the message contains; null for anything.</param>
    /// <param name="source">The source, exactly; null for any.</param>
    /// <returns>The filter.</returns>
    public IEventFilterApplier Error(
        string? message = null, string? start = null, string? contains = null, string? source = null) =>
        ForLogLevel(LogLevel.ErrorLevel, message, start, contains, source);

    /// <summary>Wants errors.</summary>
    /// <param name="pattern">Matches the message.</param>
    /// <param name="source">The source, exactly; null for any.</param>
    /// <returns>The filter.</returns>
    public IEventFilterApplier Error(Regex pattern, string? source = null) =>
        ForLogLevel(LogLevel.ErrorLevel, pattern, source);

    /// <summary>Wants warnings.</summary>
    /// <param name="message">The message, exactly; null for any.</param>
    /// <param name="start">How the message starts; null for anyhow.</param>
    /// <param name="contains">What the message contains; null for anything.</param>
    /// <param name="source">The source, exactly; null for any.</param>
    /// <returns>The filter.</returns>
    public IEventFilterApplier Warning(
        string? message = null, string? start = null, string? contains = null, string? source = null) =>
        ForLogLevel(LogLevel.WarningLevel, message, start, contains, source);

    /// <summary>Wants warnings.</summary>
    /// <param name="pattern">Matches the message.</param>
    /// <param name="source">The source, exactly; null for any.</param>
    /// <returns>The filter.</returns>
    public IEventFilterApplier Warning(Regex pattern, string? source = null) =>
        ForLogLevel(LogLevel.WarningLevel, pattern, source);

    /// <summary>Wants infos.</summary>
    /// <param name="message">The message, exactly; null for any.</param>
    /// <param name="start">How the message starts; null for anyhow.</param>
    /// <param name="contains">What the message contains; null for anything.</param>
    /// <param name="source">The source, exactly; null for any.</param>
    /// <returns>The filter.</returns>
    public IEventFilterApplier Info(
        string? message = null, string? start = null, string? contains = null, string? source = null) =>
        ForLogLevel(LogLevel.InfoLevel, message, start, contains, source);

    /// <summary>Wants infos.</summary>
    /// <param name="pattern">Matches the message.</param>
    /// <param name="source">The source, exactly; null for any.</param>
    /// <returns>The filter.</returns>
    public IEventFilterApplier Info(Regex pattern, string? source = null) =>
        ForLogLevel(LogLevel.InfoLevel, pattern, source);

    /// <summary>Wants debug events.</summary>
    /// <param name="message">The message, exactly; null for any.</param>
    /// <param name="start">How the message starts; null for anyhow.</param>
    /// <param name="contains">What the message contains; null for anything.</param>
    /// <param name="source">The source, exactly; null for any.</param>
    /// <returns>The filter.</returns>
    public IEventFilterApplier Debug(
        string? message = null, string? start = null, string? contains = null, string? source = null) =>
        ForLogLevel(LogLevel.DebugLevel, message, start, contains, source);

    /// <summary>Wants debug events.</summary>
    /// <param name="pattern">Matches the message.</param>
    /// <param name="source">The source, exactly; null for any.</param>
    /// <returns>The filter.</returns>
    public IEventFilterApplier Debug(Regex pattern, string? source = null) =>
        ForLogLevel(LogLevel.DebugLevel, pattern, source);
}
