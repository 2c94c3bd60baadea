using Sim.Actors.Tracing;
using Sim.Checkers;
using Sim.Hardware.Crypto;
using Sim.Hardware.Engines;
using Sim.Hardware.Sessions;
using Kinds = Sim.Hardware.Sessions.SessionEffect.Kinds;

namespace Sim.Tests.Hardware.Sessions.World;

/// <summary>
/// Sessions, engines and a device in a few hundred lines, without actors: moves come in, the machines decide, messages
/// take any time. All checkers watch; what the world itself finds wrong stands in <see cref="Faults"/>.
/// </summary>
internal sealed partial class SessionWorld
{
    private const int MaxSettlingRounds = 10_000;

    private readonly WorldSetup _setup;
    private readonly WorldSession[] _sessions;
    private readonly WorldEngine[] _engines;
    private readonly KeySlotTable _slots;
    private readonly NonceSource _numbers = new(seed: 1, session: 0);
    private readonly List<SessionEffect> _effects = [];
    private readonly List<KeySlotDecision> _decisions = [];
    private readonly HashSet<SessionKey> _wiped = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<LatchedJob> _written = new(ReferenceEqualityComparer.Instance);
    private long _lastJob;
    private int _keysMade;

    private SessionWorld(WorldSetup setup)
    {
        _setup = setup;
        _slots = new KeySlotTable(setup.Slots);
        _engines = [.. Enumerable.Range(0, setup.Engines).Select(_ => MakeEngine())];
        _sessions = [.. Enumerable.Range(0, setup.Sessions).Select(Make)];
        Properties = new PropertySet(off: setup.Off);
        foreach (var session in _sessions)
        {
            Record(new SessionOpened(session.Number, setup.Policy, setup.Limits));
            Negotiate(session);
        }
    }

    public PropertySet Properties { get; }

    public List<TraceEvent> Trace { get; } = [];

    public List<string> Faults { get; } = [];

    /// <summary>Makes all moves, lets everything come to rest, closes the sessions, and looks at what is left.</summary>
    public static SessionWorld Run(WorldSetup setup, IEnumerable<Move> moves)
    {
        var world = new SessionWorld(setup);
        foreach (var move in moves)
            world.Make(move);
        world.Settle();
        world.Properties.End();
        world.CheckRest();
        foreach (var session in world._sessions)
            world.Step(session, CloseSession.Instance);
        world.Settle();
        world.CheckEnd();
        return world;
    }

    public Verdict VerdictOf(string property) => Properties.Find(property)!.Verdict;

    private WorldSession Make(int number)
    {
        var policy = KeySwitchPolicies.Create(_setup.Policy, _setup.Limits, _setup.Engines);
        var machine = new SessionMachine(number, _setup.Limits, policy, _setup.Engines);
        return new WorldSession(number, _setup.AroundSession(machine), _setup.Engines);
    }

    private WorldEngine MakeEngine() => new(
        KeySwitchPolicies.CreateEngine(_setup.Policy), strictOrder: _setup.EnginesAreQueues);

    private void Make(Move move)
    {
        var session = _sessions[move.At % _sessions.Length];
        switch (move.Kind)
        {
            case Move.Kinds.Submit:
                Submit(session, again: move.Pick == 0);
                break;
            case Move.Kinds.Engine:
                Work(move.At % _engines.Length, move.Pick);
                break;
            case Move.Kinds.Deliver when session.HasMail:
                Step(session, session.Receive(move.Pick));
                break;
            case Move.Kinds.Device:
                Serve(session);
                break;
            case Move.Kinds.Start:
                Step(session, new StartSessionKeyRefresh(SessionKey.Size, _numbers.Next()));
                break;
            case Move.Kinds.Finish:
                session.Client.Finish();
                Step(session, FinishSessionKeyRefresh.Instance);
                break;
            case Move.Kinds.Negotiate:
                Negotiate(session);
                break;
            case Move.Kinds.Close when move.Pick % 3 == 0:
                Step(session, CloseSession.Instance);
                break;
            case Move.Kinds.LoseKey when move.Pick % 3 == 0:
                Step(session, LoseKey.Instance);
                break;
            case Move.Kinds.LoseEngine:
                Break(move.At % _engines.Length, move.Pick);
                break;
        }
    }

    private void Submit(WorldSession session, bool again)
    {
        if (!again || session.LastJob == 0)
            session.LastJob = ++_lastJob;
        Step(session, session.Client.Encrypt(session.LastJob));
    }

    private void Negotiate(WorldSession session)
    {
        var bytes = new byte[SessionKey.Size];
        NonceSource.Fill(seed: 2, "session-key", ++_keysMade, bytes);
        Step(session, new NegotiateKey(new SessionKey(bytes)));
        if (_effects.Exists(effect => effect.Kind == Kinds.Negotiated))
            session.Client.Negotiated(bytes);
    }

    private void Work(int number, int pick)
    {
        var engine = _engines[number];
        if (engine.IsIdle)
            return;
        if (engine.Running is null)
        {
            Begin(number, pick);
            return;
        }

        var job = engine.End();
        _written.Add(job);
        _sessions[job.Session].Post(number, job.Done);
    }

    private void Begin(int number, int pick)
    {
        var (work, effect) = _engines[number].Begin(pick);
        if (effect.Kind == EngineEffect.Kinds.Start)
            Record(new JobStarted(effect.Job!.Job, number, effect.Key!.CheckValue()));
        else if (effect.Kind == EngineEffect.Kinds.End)
            _sessions[effect.Job!.Session].Post(number, new JobEnded(effect.Job, effect.Fault));
        else if (work is KeyMarker { Key: not null } marker)
            _sessions[marker.Session].Post(number, new Sim.Hardware.Sessions.KeyMarkerMet(effect.Epoch, number));
    }

    private void Break(int number, int pick)
    {
        var engine = _engines[number];
        if (engine.IsLost)
            return;
        if (pick % 3 > 0)
        {
            if (engine.Running is not null)
            {
                var failed = engine.Fail(pick % 3 == 1 ? AbortReason.EngineFault : AbortReason.EngineHung);
                _sessions[failed.Job!.Session].Post(number, new JobEnded(failed.Job, failed.Fault));
            }

            return;
        }

        var late = engine.Running;
        engine.Lose();
        foreach (var session in _sessions)
            session.Post(number, new EngineLost(number));
        if (late is not null)
            _sessions[late.Session].Post(number, new JobEnded(late, Fault: null));
    }

    private void Serve(WorldSession session)
    {
        if (!session.ToDevice.TryDequeue(out var asked))
            return;
        if (asked.Kind == Kinds.AcquireSlot)
            _slots.Acquire(session.Number, asked.Epoch, _decisions);
        else if (asked.Kind == Kinds.ReleaseSlot)
            _slots.Release(session.Number, asked.Epoch, asked.Retired, _decisions);
        else
            _slots.Forget(session.Number, _decisions);
        var programmed = -1;
        foreach (var decision in _decisions)
        {
            Record(new KeySlotChanged(decision));
            if (decision.Kind == KeySlotDecision.Kinds.Programmed)
                programmed = decision.Slot;
            if (decision.Kind == KeySlotDecision.Kinds.Wanted)
                _sessions[decision.Session].PostFromDevice(new KeySlotWanted(decision.Epoch));
            if (decision.Kind == KeySlotDecision.Kinds.Granted)
                _sessions[decision.Session].PostFromDevice(new KeySlotGranted(decision.Epoch, decision.Slot, decision.Slot == programmed));
        }

        _decisions.Clear();
    }

    private void Settle()
    {
        for (var round = 0; round < MaxSettlingRounds; round++)
        {
            var moved = false;
            foreach (var session in _sessions)
            {
                for (; session.HasMail; moved = true)
                    Step(session, session.Receive(pick: round));
                for (; session.ToDevice.Count > 0; moved = true)
                    Serve(session);
            }

            for (var engine = 0; engine < _engines.Length; engine++)
            {
                moved |= !_engines[engine].IsIdle;
                Work(engine, pick: round);
            }

            if (!moved)
                return;
        }

        Faults.Add("the world does not come to rest");
    }
}
