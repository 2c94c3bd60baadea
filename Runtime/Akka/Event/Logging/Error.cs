namespace Akka.Event;

/// <summary>An event of the level <see cref="LogLevel.ErrorLevel"/>.</summary>
public class Error : LogEvent
{
    /// <summary>An event with an exception.</summary>
    /// <param name="cause">The exception, or null.</param>
    /// <param name="logSource">Who logged.</param>
    /// <param name="logClass">The class that logged.</param>
    /// <param name="message">What was logged.</param>
    public Error(Exception? cause, string logSource, Type logClass, object message)
    {
        Cause = cause;
        LogSource = logSource;
        LogClass = logClass;
        Message = message;
    }

    /// <inheritdoc/>
    public override LogLevel LogLevel() => Event.LogLevel.ErrorLevel;
}
