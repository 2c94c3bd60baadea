using Akka.Actor;
using Sim.Actors;
using Sim.Actors.Devices;
using Sim.Actors.Engines;
using Sim.Actors.Hosting;
using Sim.Actors.Sessions;
using Sim.Actors.Tracing;
using Sim.Checkers;
using Sim.Control;
using Sim.Hardware.Engines;
using Sim.Hardware.Sessions;
using Sim.Simulation.Experiments;
using Sim.Testing.Clients;
using Sim.Testing.Running;

namespace Sim.Testing.ContentProtection;

/// <summary>A device in a world: its engines can be held, its sessions have scripts, and all named properties judge it.</summary>
public sealed class ProtectedDevice
{
    private const string Name = "device";
    private const int JobsMax = 256;
    private static readonly EngineSpec Spec = new(TimeSpan.FromMilliseconds(1), 0, 1, TimeSpan.Zero, TimeSpan.Zero);
    private static readonly SessionLimits Limits = new(Jobs: 16, PendingRefreshes: 4);

    private readonly World _world;
    private readonly RunTrace _trace;
    private readonly EventLog _log;
    private readonly List<ProtectedSession> _sessions = [];

    internal ProtectedDevice(
        World world, IDeviceMachines machines, int engines, int keySlots, int maxRestarts, IReadOnlyCollection<string>? off)
    {
        _world = world;
        _log = new EventLog(started => Engines![started.Engine].HasBegun(started));
        world.Texts.Protocol = ProtectionTexts.Of;
        Properties = new PropertySet(off: off);
        var clock = new RunClock(world.System.Scheduler);
        _trace = new RunTrace(() => clock.Now, [Properties, _log]);
        var pool = new EnginePoolSettings(engines, maxRestarts, TimeSpan.FromMinutes(1)) { Spec = Spec };
        Ref = world.System.ActorOf(
            Actors.Devices.Device.Props(new DeviceSettings(pool, keySlots, JobsMax, Limits, world.Seed), machines, _trace), Name);
        Engines = [.. FindEngines().Select((engine, index) => new ProtectedEngine(index, engine, world.IsReduced))];
        world.IsHeld = IsHeld;
        world.System.EventStream.Subscribe(new EventTap(world.System, "switches", Switched), typeof(CryptoSession.SessionKeySwitched));
        world.Judgement.Always(FirstViolation);
        world.Judgement.Eventually(() =>
        {
            Properties.End();
            return FirstViolation();
        });
    }

    /// <summary>Its actor.</summary>
    public IActorRef Ref { get; }

    /// <summary>Its engines, by index.</summary>
    public IReadOnlyList<ProtectedEngine> Engines { get; }

    /// <summary>The properties that judge it.</summary>
    public PropertySet Properties { get; }

    /// <summary>What it has recorded so far.</summary>
    public IReadOnlyList<TraceEvent> Events => _log.Events;

    /// <summary>Opens a session that has a key already, and gives it a client with a script.</summary>
    /// <param name="name">Name of the client.</param>
    /// <param name="script">What the client does.</param>
    /// <param name="limits">The session's bounds; null: 16 jobs, 4 refreshes.</param>
    /// <param name="contentKey">True: jobs are encrypted under a content key, which the client wraps under the session key; false: under the session key.</param>
    /// <exception cref="InvalidOperationException">The device has no room for a session of these bounds; it has room for 256 jobs.</exception>
    public ProtectedSession Session(
        string name, Func<ProtectedSession, Task> script, SessionLimits? limits = null, bool contentKey = true)
    {
        ArgumentNullException.ThrowIfNull(script);
        ProtectedSession? session = null;
        var client = _world.Client(name, _ => script(session!));
        Ref.Tell(new Device.CreateSession(limits ?? Limits), client.Ref);
        object? answer = null;
        client.Sees = message => answer ??= message;
        _world.SettleUntil(() => answer is not null);
        if (answer is not Device.SessionCreated created)
            throw new InvalidOperationException($"The device refuses a session to {name}: {answer}.");
        session = new ProtectedSession(client, created, new ClientKeys(_world.Seed, created.Session, contentKey), _trace);
        _sessions.Add(session);
        session.Install();
        _world.SettleUntil(client.HasReceived<CryptoSession.KeyExchanged>);
        return session;
    }

    /// <summary>The platform takes a session's key away: suspend, display change. A step of the script that calls it.</summary>
    public void LoseKey(ProtectedSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        Platform.Tell(session.Ref, Hardware.Sessions.LoseKey.Instance);
    }

    /// <summary>Says that the case which a named property speaks of is among those explored: proof that it was put to the test.</summary>
    /// <param name="property">The property, for example <c>OldAndNewInFlight</c>.</param>
    public void Sometimes(string property)
    {
        var found = Properties.Find(property) ?? throw new ArgumentException($"No property '{property}' judges the device.", nameof(property));
        _world.Sometimes(property, () => found.Verdict == Verdict.Held);
    }

    private IReadOnlyList<IActorRef> FindEngines()
    {
        EnginePool.Engines? engines = null;
        var asker = new EventTap(_world.System, "engines", message => engines = message as EnginePool.Engines);
        _world.Settle();
        _world.System.ActorSelection($"/user/{Name}/engines").Tell(EnginePool.GetEngines.Instance, asker);
        _world.SettleUntil(() => engines is not null);
        return engines!.Refs;
    }

    private bool IsHeld(IAlarm alarm)
    {
        if (alarm.Message is not JobEnded)
            return false;
        foreach (var engine in Engines)
        {
            if (engine.IsHeld && Equals(alarm.Target, engine.Ref))
                return true;
        }

        return false;
    }

    // Its client learns of a switch by a message, as it would if it had subscribed and saw only its own.
    private void Switched(object happened)
    {
        if (happened is CryptoSession.SessionKeySwitched switched && _sessions.Find(session => session.Number == switched.Session) is { } session)
            session.Client.Ref.Tell(switched, ActorRefs.NoSender);
    }

    private Failure? FirstViolation() =>
        Properties.FirstViolation is var (property, detail) ? new Failure(property, detail) : null;
}
