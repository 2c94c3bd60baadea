namespace Akka.Event;

/// <summary>A log that publishes to the event stream.</summary>
/// <param name="bus">The event stream.</param>
/// <param name="logSource">Who logs.</param>
/// <param name="logClass">The class that logs.</param>
/// <param name="formatter">Turns templates into text.</param>
public sealed class BusLogging(LoggingBus bus, string logSource, Type logClass, ILogMessageFormatter formatter)
    : ILoggingAdapter
{
    /// <inheritdoc/>
    public ILogMessageFormatter Formatter => formatter;

    /// <inheritdoc/>
    public bool IsDebugEnabled => IsEnabled(LogLevel.DebugLevel);

    /// <inheritdoc/>
    public bool IsInfoEnabled => IsEnabled(LogLevel.InfoLevel);

    /// <inheritdoc/>
    public bool IsWarningEnabled => IsEnabled(LogLevel.WarningLevel);

    /// <inheritdoc/>
    public bool IsErrorEnabled => IsEnabled(LogLevel.ErrorLevel);

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => logLevel >= bus.LogLevel && bus.Reaches(logLevel.ClassFor());

    /// <inheritdoc/>
    public void Log(LogLevel logLevel, Exception? cause, string format) => Publish(logLevel, cause, format);

    /// <inheritdoc/>
    public void Log(LogLevel logLevel, Exception? cause, LogMessage message) => Publish(logLevel, cause, message);

    private void Publish(LogLevel level, Exception? cause, object message)
    {
        if (!IsEnabled(level)) return;
        bus.Publish(level switch
        {
            LogLevel.DebugLevel => new Debug(cause, logSource, logClass, message),
            LogLevel.InfoLevel => new Info(cause, logSource, logClass, message),
            LogLevel.WarningLevel => new Warning(cause, logSource, logClass, message),
            _ => new Error(cause, logSource, logClass, message),
        });
    }
}
