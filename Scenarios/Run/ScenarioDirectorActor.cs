using Akka.Actor;
using Sim.Actors.Hosting;
using Setup = Sim.Scenarios.Run.ScenarioDirector.Setup;

namespace Sim.Scenarios.Run;

internal sealed class ScenarioDirectorActor : UntypedActor, IWithTimers
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(200);

    private static readonly NumberedNames Names = new("client-");

    private readonly Setup _setup;
    private readonly LoadRun _run;
    private readonly RunState _state;
    private readonly IActorRef?[] _clients;
    private readonly IActorRef[] _sessions;
    private readonly IActorRef? _faults;
    private RunGoal? _goal;
    private IActorRef _asker = ActorRefs.Nobody;
    private int _group;
    private int _made;
    private int _ready;
    private TimeSpan _begin;
    private long _lastEvents;
    private TimeSpan _lastEventAt;
    private bool _answered;

    public ScenarioDirectorActor(Setup setup)
    {
        (_setup, _state) = (setup, setup.State);
        _run = setup.Faults is { Budget.StrikesSessions: true } ? setup.Run with { MayBeStruck = true } : setup.Run;
        var clients = 0;
        foreach (var group in setup.Groups)
            clients += group.Spec.Count;
        _state.Open = clients;
        _clients = new IActorRef[clients];
        _sessions = setup.Faults is null ? [] : new IActorRef[clients];
        _faults = setup.Faults is { } faults ? Context.ActorOf(FaultInjector.Props(faults), "faults") : null;
    }

    public ITimerScheduler Timers { get; set; } = null!;

    private TimeSpan Now => Context.System.Scheduler.HighResMonotonicClock;

    protected override void PreStart() => Context.WatchWith(_setup.Run.Device, DeviceGone.Instance);

    // A client that throws is a fault of sim itself, and so is the run.
    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(failure =>
    {
        Fail(failure);
        return Directive.Stop;
    });

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case ScenarioDirector.Run:
                Open();
                break;
            case LoadClient.Ready ready:
                BecameReady(ready);
                break;
            case LoadClient.Ended ended:
                HasEnded(ended.Client);
                break;
            case LoadClient.Failed failed:
                Fail(new RunException($"session {failed.Client}: {failed.What}"));
                break;
            case DeviceGone:
                Fail(new RunException("the device stopped before every session had ended"));
                break;
            case Look:
                LookAround(_setup.Watch!);
                break;
            case ScenarioDirector.Cancel:
                Fail(new OperationCanceledException("cancelled"));
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private void Open()
    {
        _asker = Sender;
        _lastEventAt = Now;
        if (_setup.Watch is not null)
            Timers.StartPeriodicTimer(nameof(Look), Look.Instance, LookEvery);
        for (var i = Math.Min(ScenarioDirector.OpeningAtOnce, _clients.Length); i > 0; i--)
            OpenNext();
    }

    private void OpenNext()
    {
        if (_made == _clients.Length)
            return;
        var group = _setup.Groups[_group];
        if (_made == group.First + group.Spec.Count)
            group = _setup.Groups[++_group];
        var setup = new LoadClient.Setup(_run, group, _made - group.First, Self);
        _clients.AsSpan()[_made] = Context.ActorOf(LoadClient.Props(setup), Names[_made]);
        _made++;
    }

    private void BecameReady(LoadClient.Ready ready)
    {
        if (_faults is not null)
            _sessions[ready.Client] = ready.Session;
        if (++_ready < _clients.Length)
        {
            OpenNext();
            return;
        }

        _begin = Now;
        _state.HasBegun = true;
        var begin = new LoadClient.Begin(_begin);
        foreach (var client in _clients)
            client!.Tell(begin);
        _faults?.Tell(new FaultInjector.Begin(_sessions));
    }

    private void HasEnded(int client)
    {
        _clients[client] = null;
        _state.Elapsed = Now - _begin;
        if (--_state.Open == 0)
            Answer(new ScenarioDirector.Ended(_state.Elapsed, 0, []));
    }

    private void LookAround(ScenarioDirector.Watch watch)
    {
        var now = Now;
        if (watch.Progress.Events != _lastEvents)
            (_lastEvents, _lastEventAt) = (watch.Progress.Events, now);
        _goal ??= new RunGoal(_setup.Groups);
        if (_ready == _clients.Length)
            watch.Show(_goal.Done(watch.Progress.JobsEnded, now - _begin), _goal.All);
        if (now - _lastEventAt < watch.Patience)
            return;
        var unfinished = Enumerable.Range(0, _clients.Length).Where(client => client >= _made || _clients[client] is not null);
        Answer(new ScenarioDirector.Ended(
            _ready == _clients.Length ? now - _begin : TimeSpan.Zero,
            _state.Open,
            [.. unfinished.Take(ScenarioDirector.MaxNamed)]));
    }

    private void Fail(Exception failure)
    {
        _state.Trouble ??= failure;
        Answer(new Status.Failure(failure));
    }

    private void Answer(object answer)
    {
        if (_answered)
            return;
        _answered = true;
        if (_setup.Watch is not null)
            Timers.CancelAll();
        _asker.Tell(answer);
    }

    private sealed record Look
    {
        public static Look Instance { get; } = new();
    }

    private sealed record DeviceGone
    {
        public static DeviceGone Instance { get; } = new();
    }
}
