using Akka.Actor;

namespace Akka.TestKit;

/// <summary>What a test kit and its test actor share.</summary>
internal sealed class TestActorMind
{
    private volatile Predicate<object>? _ignore;
    private volatile AutoPilot _pilot = NoAutoPilot.Instance;

    public TestQueue Queue { get; } = new();

    public TestActorSupervision Supervision { get; } = new();

    public void Ignore(Predicate<object>? ignore) => _ignore = ignore;

    public void Fly(AutoPilot pilot)
    {
        ArgumentNullException.ThrowIfNull(pilot);
        if (pilot is KeepRunning) throw new ArgumentException("KeepRunning stands for another pilot.", nameof(pilot));
        _pilot = pilot;
    }

    public void Receive(object message, IActorRef sender)
    {
        var pilot = _pilot;
        var next = pilot is NoAutoPilot ? pilot : pilot.Run(sender, message);
        // A pilot that the test set while this one ran wins over the one that this one names.
        if (next is not KeepRunning && next != pilot) Interlocked.CompareExchange(ref _pilot, next, pilot);
        if (_ignore?.Invoke(message) != true) Queue.Add(message, sender);
    }
}
