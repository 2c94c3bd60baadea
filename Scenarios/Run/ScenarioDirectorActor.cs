using Akka.Actor;
using Setup = Sim.Scenarios.Run.ScenarioDirector.Setup;

namespace Sim.Scenarios.Run;

internal sealed class ScenarioDirectorActor : ReceiveActor, IWithTimers
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(200);

    private readonly Setup _setup;
    private readonly IActorRef?[] _clients;
    private readonly RunGoal _goal;
    private IActorRef _asker = ActorRefs.Nobody;
    private int _group;
    private int _made;
    private int _ready;
    private int _ended;
    private TimeSpan _begin;
    private long _lastEvents;
    private TimeSpan _lastEventAt;
    private bool _answered;

    public ScenarioDirectorActor(Setup setup)
    {
        _setup = setup;
        _clients = new IActorRef[setup.Groups.Sum(group => group.Spec.Count)];
        _goal = new RunGoal(setup.Groups);

        Receive<ScenarioDirector.Run>(_ => Open());
        Receive<LoadClient.Ready>(_ => BecameReady());
        Receive<LoadClient.Ended>(ended => HasEnded(ended.Client));
        Receive<LoadClient.Failed>(failed => Fail(new RunException($"session {failed.Client}: {failed.What}")));
        Receive<DeviceGone>(_ => Fail(new RunException("the device stopped before every session had ended")));
        Receive<Look>(_ => LookAround());
        Receive<ScenarioDirector.Cancel>(_ => Fail(new OperationCanceledException("cancelled")));
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

    private void Open()
    {
        _asker = Sender;
        _lastEventAt = Now;
        Timers.StartPeriodicTimer(nameof(Look), Look.Instance, LookEvery);
        for (var i = 0; i < ScenarioDirector.OpeningAtOnce; i++)
            OpenNext();
    }

    private void OpenNext()
    {
        if (_made == _clients.Length)
            return;
        var group = _setup.Groups[_group];
        if (_made == group.First + group.Spec.Count)
            group = _setup.Groups[++_group];
        var setup = new LoadClient.Setup(_setup.Run, group, _made - group.First, Self);
        _clients[_made] = Context.ActorOf(LoadClient.Props(setup), $"client-{_made}");
        _made++;
    }

    private void BecameReady()
    {
        if (++_ready < _clients.Length)
        {
            OpenNext();
            return;
        }

        _begin = Now;
        var begin = new LoadClient.Begin(_begin);
        foreach (var client in _clients)
            client!.Tell(begin);
    }

    private void HasEnded(int client)
    {
        _clients[client] = null;
        if (++_ended == _clients.Length)
            Answer(new ScenarioDirector.Ended(Now - _begin, 0, []));
    }

    private void LookAround()
    {
        var now = Now;
        if (_setup.Progress.Events != _lastEvents)
            (_lastEvents, _lastEventAt) = (_setup.Progress.Events, now);
        if (_ready == _clients.Length)
            _setup.Show(_goal.Done(_setup.Progress.JobsEnded, now - _begin), _goal.All);
        if (now - _lastEventAt < _setup.Patience)
            return;
        var unfinished = Enumerable.Range(0, _clients.Length).Where(client => client >= _made || _clients[client] is not null);
        Answer(new ScenarioDirector.Ended(
            _ready == _clients.Length ? now - _begin : TimeSpan.Zero,
            _clients.Length - _ended,
            [.. unfinished.Take(ScenarioDirector.MaxNamed)]));
    }

    private void Fail(Exception failure) => Answer(new Status.Failure(failure));

    private void Answer(object answer)
    {
        if (_answered)
            return;
        _answered = true;
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
