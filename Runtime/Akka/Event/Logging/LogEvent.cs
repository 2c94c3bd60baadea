using Akka.Actor;

namespace Akka.Event;

/// <summary>One event of the log.</summary>
public abstract class LogEvent : INoSerializationVerificationNeeded
{
    /// <summary>An event of now and of this thread.</summary>
    protected LogEvent()
    {
        Timestamp = DateTime.UtcNow;
        Thread = Thread.CurrentThread;
    }

    /// <summary>The exception, or null.</summary>
    public Exception? Cause { get; protected set; }

    /// <summary>When, in UTC.</summary>
    public DateTime Timestamp { get; private set; }

    /// <summary>The thread that logged.</summary>
    public Thread Thread { get; private set; }

    /// <summary>Who logged.</summary>
    public string LogSource { get; protected set; } = "";

    /// <summary>The class that logged.</summary>
    public Type LogClass { get; protected set; } = typeof(object);

    /// <summary>What was logged; its text is formatted when it is read.</summary>
    public object Message { get; protected set; } = "";

    internal void Stamp(DateTime timestamp) => Timestamp = timestamp;

    /// <summary>How grave it is.</summary>
    /// <returns>The level.</returns>
    public abstract LogLevel LogLevel();

    /// <inheritdoc/>
    public override string ToString() =>
        $"[{LogLevel().StringFor()}][{Timestamp:yyyy-MM-ddTHH:mm:ss.fffZ}][Thread {Thread.ManagedThreadId:0000}]"
        + $"[{LogSource}] {Message}{(Cause is null ? "" : Environment.NewLine + "Cause: " + Cause)}";
}
