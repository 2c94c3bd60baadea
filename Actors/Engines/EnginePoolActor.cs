using Akka.Actor;
using Akka.Event;
using Sim.Actors.Tracing;

namespace Sim.Actors.Engines;

internal sealed class EnginePoolActor : ReceiveActor
{
    private readonly EnginePoolSettings _settings;
    private readonly IDeviceMachines _machines;
    private readonly ILoggingAdapter _log = Context.GetLogger();

    public EnginePoolActor(EnginePoolSettings settings, IDeviceMachines machines, ITrace trace)
    {
        (_settings, _machines) = (settings, machines);
        var engines = new IActorRef[settings.Engines];
        for (var index = 0; index < engines.Length; index++)
        {
            engines[index] = Context.ActorOf(
                Engine.Props(index, settings, machines, trace).WithDispatcher(settings.Dispatcher), $"engine-{index}");
        }

        Receive<EnginePool.GetEngines>(_ => Sender.Tell(new EnginePool.Engines(engines)));
    }

    // A failed engine is reset by a restart: its queue survives. One that keeps failing is stopped, and its sessions,
    // who watch it, end the jobs that it had.
    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(
        _settings.MaxRestarts, (int)_settings.RestartWindow.TotalMilliseconds, Decide, loggingEnabled: false);

    // A fault that was asked for stands in the trace; anything else is a mistake in the code, and is logged.
    private Directive Decide(Exception failure)
    {
        if (failure is not EngineException)
            _log.Error(failure, "An engine failed: {0}", failure.Message);
        return _machines.AfterFailure(failure);
    }
}
