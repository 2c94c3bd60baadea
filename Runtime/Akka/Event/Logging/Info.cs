namespace Akka.Event;

/// <summary>An event of the level <see cref="LogLevel.InfoLevel"/>.</summary>
public class Info : LogEvent
{
    /// <summary>An event without an exception.</summary>
    /// <param name="logSource">Who logged.</param>
    /// <param name="logClass">The class that logged.</param>
    /// <param name="message">What was logged.</param>
    public Info(string logSource, Type logClass, object message)
        : this(null, logSource, logClass, message)
    {
    }

    /// <summary>An event with an exception.</summary>
    /// <param name="cause">The exception.</param>
    /// <param name="logSource">Who logged.</param>
    /// <param name="logClass">The class that logged.</param>
    /// <param name="message">What was logged.</param>
    public Info(Exception? cause, string logSource, Type logClass, object message)
    {
        Cause = cause;
        LogSource = logSource;
        LogClass = logClass;
        Message = message;
    }

    /// <inheritdoc/>
    public override LogLevel LogLevel() => Event.LogLevel.InfoLevel;
}
