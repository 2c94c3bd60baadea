using Akka.Actor;

namespace Akka.Event;

/// <summary>Makes logs and names levels.</summary>
public static class Logging
{
    /// <summary>Level text that turns a log off.</summary>
    internal const string Off = "OFF";

    internal const LogLevel OffLevel = (LogLevel)int.MaxValue;

    /// <summary>The name of an object's class without namespace.</summary>
    /// <param name="o">The object.</param>
    /// <returns>The name.</returns>
    public static string SimpleName(object o) => SimpleName(o.GetType());

    /// <summary>The name of a class without namespace.</summary>
    /// <param name="t">The class.</param>
    /// <returns>The name.</returns>
    public static string SimpleName(Type t) => t.Name.Split('`')[0];

    /// <summary>The class of the events of a level.</summary>
    /// <param name="logLevel">The level.</param>
    /// <returns>The class.</returns>
    public static Type ClassFor(this LogLevel logLevel) => logLevel switch
    {
        LogLevel.DebugLevel => typeof(Debug),
        LogLevel.InfoLevel => typeof(Info),
        LogLevel.WarningLevel => typeof(Warning),
        LogLevel.ErrorLevel => typeof(Error),
        _ => throw new ArgumentException($"Unknown log level {logLevel}", nameof(logLevel)),
    };

    /// <summary>The name of a level.</summary>
    /// <param name="logLevel">The level.</param>
    /// <returns>For example <c>DEBUG</c>.</returns>
    public static string StringFor(this LogLevel logLevel) => logLevel switch
    {
        LogLevel.DebugLevel => "DEBUG",
        LogLevel.InfoLevel => "INFO",
        LogLevel.WarningLevel => "WARNING",
        LogLevel.ErrorLevel => "ERROR",
        _ => Off,
    };

    /// <summary>A log of an actor.</summary>
    /// <param name="context">The actor.</param>
    /// <param name="logMessageFormatter">Turns templates into text, or null for the default.</param>
    /// <returns>The log.</returns>
    public static ILoggingAdapter GetLogger(
        this IActorContext context, ILogMessageFormatter? logMessageFormatter = null) => new BusLogging(
            context.System.EventStream, context.Self.Path.ToString(),
            (context as ActorCell)?.Actor?.GetType() ?? typeof(ActorBase),
            logMessageFormatter ?? DefaultLogMessageFormatter.Instance);

    /// <summary>A log of anything in a system.</summary>
    /// <param name="system">The system.</param>
    /// <param name="logSourceObj">Who logs: an actor's reference, a class, a text or any object.</param>
    /// <param name="logMessageFormatter">Turns templates into text, or null for the default.</param>
    /// <returns>The log.</returns>
    public static ILoggingAdapter GetLogger(
        ActorSystem system, object logSourceObj, ILogMessageFormatter? logMessageFormatter = null) =>
        GetLogger(system.EventStream, logSourceObj, logMessageFormatter);

    /// <summary>A log on a bus.</summary>
    /// <param name="loggingBus">The bus.</param>
    /// <param name="logSourceObj">Who logs: an actor's reference, a class, a text or any object.</param>
    /// <param name="logMessageFormatter">Turns templates into text, or null for the default.</param>
    /// <returns>The log.</returns>
    public static ILoggingAdapter GetLogger(
        LoggingBus loggingBus, object logSourceObj, ILogMessageFormatter? logMessageFormatter = null)
    {
        var (source, type) = logSourceObj switch
        {
            string text => (text, typeof(string)),
            Type t => (SimpleName(t), t),
            IActorRef actor => (actor.Path.ToString(), typeof(IActorRef)),
            IInternalActor actor => (actor.ActorContext.Self.Path.ToString(), actor.GetType()),
            ActorSystem system => (system.ToString(), typeof(ActorSystem)),
            _ => (SimpleName(logSourceObj), logSourceObj.GetType()),
        };
        return new BusLogging(loggingBus, source!, type, logMessageFormatter ?? DefaultLogMessageFormatter.Instance);
    }

    /// <summary>Reads the name of a level; "OFF" is above all levels.</summary>
    /// <param name="logLevel">The name, in any case.</param>
    /// <returns>The level.</returns>
    /// <exception cref="ArgumentException">There is no such level.</exception>
    public static LogLevel LogLevelFor(string logLevel) => logLevel.ToUpperInvariant() switch
    {
        "DEBUG" => LogLevel.DebugLevel,
        "INFO" => LogLevel.InfoLevel,
        "WARNING" => LogLevel.WarningLevel,
        "ERROR" => LogLevel.ErrorLevel,
        Off => OffLevel,
        _ => throw new ArgumentException($"Unknown LogLevel: \"{logLevel}\"", nameof(logLevel)),
    };

    /// <summary>The level of a class of events.</summary>
    /// <typeparam name="T">The class.</typeparam>
    /// <returns>The level.</returns>
    public static LogLevel LogLevelFor<T>()
        where T : LogEvent =>
        typeof(T) == typeof(Debug) ? LogLevel.DebugLevel
        : typeof(T) == typeof(Info) ? LogLevel.InfoLevel
        : typeof(T) == typeof(Warning) ? LogLevel.WarningLevel
        : LogLevel.ErrorLevel;
}
