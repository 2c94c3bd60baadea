using Akka.Actor;
using Sim.Scenarios.Run;

namespace Sim.Scenarios.Explore;

internal sealed class StageActor : UntypedActor
{
    private readonly Stage.Setup _setup;
    private readonly Stage.State _state;
    private readonly IActorRef[] _clients;
    private int _group;
    private int _made;
    private int _ready;

    public StageActor(Stage.Setup setup)
    {
        (_setup, _state) = (setup, setup.State);
        _clients = new IActorRef[setup.Groups.Sum(group => group.Spec.Count)];
        _state.Open = _clients.Length;
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case LoadClient.Ready:
                BecameReady();
                break;
            case LoadClient.Ended:
                _state.Open--;
                _state.End = Context.System.Scheduler.HighResMonotonicClock;
                break;
            case LoadClient.Failed failed:
                _state.Trouble ??= $"session {failed.Client}: {failed.What}";
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    // A few at a time: what waits while a device starts is bounded.
    protected override void PreStart()
    {
        for (var i = 0; i < ScenarioDirector.OpeningAtOnce; i++)
            OpenNext();
    }

    // A client that throws is a fault of sim itself.
    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(failure =>
    {
        _state.Trouble ??= failure.ToString();
        return Directive.Stop;
    });

    private void OpenNext()
    {
        if (_made == _clients.Length)
            return;
        var group = _setup.Groups[_group];
        if (_made == group.First + group.Spec.Count)
            group = _setup.Groups[++_group];
        _clients[_made] = Context.ActorOf(
            LoadClient.Props(new LoadClient.Setup(_setup.Run, group, _made - group.First, Self)), $"client-{_made}");
        _made++;
    }

    private void BecameReady()
    {
        if (++_ready < _clients.Length)
        {
            OpenNext();
            return;
        }

        _state.HasBegun = true;
        _state.Begin = Context.System.Scheduler.HighResMonotonicClock;
        var begin = new LoadClient.Begin(_state.Begin);
        foreach (var client in _clients)
            client.Tell(begin);
    }
}
