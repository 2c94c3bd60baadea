namespace Akka.Event;

/// <summary>A log of one source.</summary>
public interface ILoggingAdapter
{
    /// <summary>Turns templates into text.</summary>
    ILogMessageFormatter Formatter { get; }

    /// <summary>True when details are logged.</summary>
    bool IsDebugEnabled { get; }

    /// <summary>True when the normal course is logged.</summary>
    bool IsInfoEnabled { get; }

    /// <summary>True when odd things are logged.</summary>
    bool IsWarningEnabled { get; }

    /// <summary>True when failures are logged.</summary>
    bool IsErrorEnabled { get; }

    /// <summary>Tells whether a level is logged.</summary>
    /// <param name="logLevel">The level.</param>
    /// <returns>True when it is.</returns>
    bool IsEnabled(LogLevel logLevel);

    /// <summary>Logs a text as it is.</summary>
    /// <param name="logLevel">The level.</param>
    /// <param name="cause">The exception, or null.</param>
    /// <param name="format">The text.</param>
    void Log(LogLevel logLevel, Exception? cause, string format);

    /// <summary>Logs a message.</summary>
    /// <param name="logLevel">The level.</param>
    /// <param name="cause">The exception, or null.</param>
    /// <param name="message">The message.</param>
    void Log(LogLevel logLevel, Exception? cause, LogMessage message);
}
