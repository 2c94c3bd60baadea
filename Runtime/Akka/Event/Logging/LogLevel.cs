namespace Akka.Event;

/// <summary>How grave a log event is.</summary>
public enum LogLevel
{
    /// <summary>Details.</summary>
    DebugLevel,

    /// <summary>The normal course.</summary>
    InfoLevel,

    /// <summary>Something odd.</summary>
    WarningLevel,

    /// <summary>Something failed.</summary>
    ErrorLevel,
}
