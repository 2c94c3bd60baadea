using Akka.Dispatch;
using Akka.Event;

namespace Akka.Actor;

/// <content>Start and end.</content>
public sealed partial class ActorSystemImpl
{
    /// <summary>The coordinated shutdown, once somebody has asked for it.</summary>
    internal CoordinatedShutdown? Shutdown { get; set; }

    /// <inheritdoc/>
    public override Task Terminate()
    {
        if (Shutdown is { RunsByTerminate: true } shutdown)
        {
            shutdown.Run(CoordinatedShutdown.ActorSystemTerminateReason.Instance);
        }
        else
        {
            Abort();
        }

        return WhenTerminated;
    }

    /// <inheritdoc/>
    public override void Abort() => UserCell.Stop();

    /// <inheritdoc/>
    public override void RegisterOnTermination(Action code)
    {
        lock (Guard)
        {
            if (_hasEnded) throw new InvalidOperationException("ActorSystem already terminated.");
            (_onTermination ??= new Stack<Action>()).Push(code);
        }
    }

    internal void Start()
    {
        StartLoggers();

        // Whoever wants messages checked wants to hear now that a serializer is wrong.
        if (Settings.SerializeAllMessages || Settings.SerializeAllCreators) _ = Serialization;
    }

    internal void OnGuardianFailed(Exception cause)
    {
        EventStream.Publish(new Error(cause, ToString(), GetType(), "guardian failed, shutting down system"));
        UserCell.Stop();
    }

    internal void OnGuardianEnded(IActorRef guardian)
    {
        if (guardian.Equals(UserCell)) SystemCell.Stop();
        else End();
    }

    private void End()
    {
        Stack<Action> callbacks;
        lock (Guard)
        {
            _hasEnded = true;
            callbacks = _onTermination ?? new Stack<Action>();
            _onTermination = null;
            if (_scheduler is IDisposable disposable) disposable.Dispose();
        }

        foreach (var callback in callbacks)
        {
            try
            {
                callback();
            }
            catch (Exception e)
            {
                EventStream.Publish(new Error(e, ToString(), GetType(), "Failed to run termination callback"));
            }
        }

        Dispatchers.ShutDown();
        if (World is null) Terminated.TrySetResult();
        else World.Continue(new ActionRunnable(() => Terminated.TrySetResult()), inPlace: true);
    }

    private void StartLoggers()
    {
        var level = Settings.Level;
        if (level == Logging.OffLevel) return;
        foreach (var name in Settings.Loggers)
        {
            if (name.StartsWith("Akka.Event.DefaultLogger", StringComparison.Ordinal))
            {
                var stdout = Logging.LogLevelFor(Settings.StdoutLogLevel);
                if (stdout != Logging.OffLevel) SubscribeLogger(new StandardOutLogger(this), stdout > level ? stdout : level);
                continue;
            }

            var type = Type.GetType(name, throwOnError: false)
                ?? throw new Configuration.ConfigurationException($"akka.loggers: there is no class [{name}]");
            var logger = SystemActorOf(Props.Create(type), $"log-{Logging.SimpleName(type)}");
            logger.Tell(new InitializeLogger(EventStream), UserCell);
            SubscribeLogger(logger, level);
        }
    }

    private void SubscribeLogger(IActorRef logger, LogLevel lowest)
    {
        for (var level = lowest; level <= LogLevel.ErrorLevel; level++) EventStream.Subscribe(logger, level.ClassFor());
    }
}
