using Akka.Actor;

namespace Akka.Event;

/// <summary>Writes log events to standard output.</summary>
internal sealed class StandardOutLogger(ActorSystemImpl system) : MinimalActorRef
{
    private readonly ActorPath _path = system.RootPath / "StandardOutLogger";

    public override ActorPath Path => _path;

    public override IActorRefProvider Provider => system.Provider;

    // Runs within whoever logs, so nothing that goes wrong here may come out.
    protected override void TellInternal(object message, IActorRef? sender)
    {
        try
        {
            Console.Out.WriteLine(message);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The output is closed: there is nobody left to tell.
        }
        catch (Exception e)
        {
            Console.Out.WriteLine($"[{message.GetType().Name}] without its text, which threw {e.GetType()}");
        }
    }
}

/// <summary>Asks a logger to begin.</summary>
/// <param name="loggingBus">Where the events come from.</param>
public class InitializeLogger(LoggingBus loggingBus) : INoSerializationVerificationNeeded
{
    /// <summary>Where the events come from.</summary>
    public LoggingBus LoggingBus { get; } = loggingBus;
}

/// <summary>A logger's answer that it has begun.</summary>
public class LoggerInitialized : INoSerializationVerificationNeeded, IDeadLetterSuppression;
