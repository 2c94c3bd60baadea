using Sim.Hardware.Sessions;

namespace Sim.Tests.Hardware.Sessions.World;

/// <summary>One session of the world: its machine, its client, and the messages on their way, in order per sender.</summary>
internal sealed class WorldSession(int number, ISessionMachine machine, int engines)
{
    private readonly Queue<SessionEvent>[] _inboxes =
        [.. Enumerable.Range(0, engines + 1).Select(_ => new Queue<SessionEvent>())];

    public int Number => number;

    public ISessionMachine Machine => machine;

    public WorldClient Client { get; } = new();

    public Queue<SessionEffect> ToDevice { get; } = new();

    /// <summary>Accepted jobs that have not ended.</summary>
    public List<LatchedJob> Unfinished { get; } = [];

    /// <summary>Those of them that were handed to an engine.</summary>
    public HashSet<LatchedJob> InFlight { get; } = new(ReferenceEqualityComparer.Instance);

    public bool HasEnded { get; set; }

    public long LastPosition { get; set; }

    /// <summary>The number of the client's last job; numbers are unique on the device.</summary>
    public long LastJob { get; set; }

    public bool HasMail => _inboxes.Any(inbox => inbox.Count > 0);

    public void Post(int engine, SessionEvent happened) => _inboxes[engine].Enqueue(happened);

    public void PostFromDevice(SessionEvent happened) => _inboxes[^1].Enqueue(happened);

    /// <summary>The next message of one of the senders that have sent one.</summary>
    public SessionEvent Receive(int pick)
    {
        var filled = _inboxes.Where(inbox => inbox.Count > 0).ToArray();
        return filled[pick % filled.Length].Dequeue();
    }
}
