using System.Runtime.CompilerServices;
using Akka.Actor;
using Akka.Event;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

/// <summary>
/// The logger of systems under test: an event that a filter of a running test wants is counted and not shown; every other
/// one goes to standard output. Configured in <c>akka.loggers</c>.
/// </summary>
public class TestEventListener : ActorBase
{
    private static readonly ConditionalWeakTable<ActorSystem, TaskCompletionSource> Listeners = [];

    private readonly List<EventFilterBase> _filters = [];

    /// <summary>Waits until the listener of a system takes filters: loggers start beside the system, not before it.</summary>
    internal static void Await(ActorSystem system, TimeSpan limit)
    {
        if (Ready(system).Task.Wait(limit)) return;
        throw new InvalidOperationException(
            $"The system [{system.Name}] does not log to {nameof(TestEventListener)}; name it in akka.loggers to filter events.");
    }

    /// <inheritdoc/>
    protected override bool Receive(object message)
    {
        switch (message)
        {
            case InitializeLogger initialize:
                Type[] channels = [typeof(Mute), typeof(Unmute), typeof(Flush), typeof(DeadLetter), typeof(UnhandledMessage)];
                foreach (var channel in channels) initialize.LoggingBus.Subscribe(Self, channel);
                Sender.Tell(new LoggerInitialized(), Self);
                Ready(Context.System).TrySetResult();
                return true;
            case Mute mute:
                _filters.AddRange(mute.Filters);
                return true;
            case Unmute unmute:
                foreach (var filter in unmute.Filters) _filters.Remove(filter);
                return true;
            case Flush flush:
                flush.Done.TrySetResult();
                return true;
            case LogEvent logEvent:
                if (!IsWanted(logEvent)) Print(logEvent);
                return true;
            case DeadLetter letter:
                // shown, if at all, by the system's own listener for dead letters
                IsWanted(new Warning($"{letter.Recipient.Path}", letter.Recipient.GetType(), letter));
                return true;
            case UnhandledMessage unhandled:
                IsWanted(new Warning($"{unhandled.Recipient.Path}", unhandled.Recipient.GetType(), unhandled));
                return true;
            default:
                return false;
        }
    }

    /// <summary>Shows an event that no filter wants.</summary>
    /// <param name="logEvent">The event.</param>
    protected virtual void Print(LogEvent logEvent) => Console.WriteLine(logEvent);

    private static TaskCompletionSource Ready(ActorSystem system) =>
        Listeners.GetValue(system, static _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    /// <summary>Asks the listener to say when it has taken every event that was published before.</summary>
    internal sealed record Flush(TaskCompletionSource Done);

    private bool IsWanted(LogEvent logEvent)
    {
        foreach (var filter in _filters)
            if (filter.ShouldFilterEvent(logEvent)) return true;
        return false;
    }
}
