using Akka.Actor;
using Sim.Actors.Devices;
using Sim.Actors.Engines;
using Sim.Hardware.Sessions;
using Sim.Scenarios.Model;

namespace Sim.Scenarios.Run;

internal sealed class FaultInjectorActor(FaultInjector.Setup setup) : UntypedActor
{
    private IReadOnlyList<IActorRef>? _engines;
    private IReadOnlyList<IActorRef>? _sessions;

    protected override void PreStart()
    {
        if (setup.Budget.Crashes + setup.Budget.Hangs > 0)
            setup.Device.Tell(EnginePool.GetEngines.Instance);
        else
            _engines = [];
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case EnginePool.Engines engines:
                _engines = engines.Refs;
                Arm();
                break;
            case FaultInjector.Begin begin:
                _sessions = begin.Sessions;
                Arm();
                break;
            case FaultInjector.Strike strike:
                Do(strike);
                break;
            case FaultInjector.WakeDevice:
                setup.Device.Tell(Device.Resume.Instance);
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private void Arm()
    {
        if (_engines is null || _sessions is null)
            return;
        var faults = BudgetFault.Of(setup.Budget, _engines.Count, _sessions.Count);
        for (var number = 0; number < faults.Length; number++)
            Arm(faults[number], number);
        foreach (var fault in setup.AtDevice)
            Schedule(fault.At ?? default, new FaultInjector.Strike(fault.Action, Target: 0) { Duration = fault.Duration });
    }

    private void Arm(BudgetFault fault, int number)
    {
        var (target, due) = fault.Draw(setup.Seed, number, setup.Within);
        Schedule(due, new FaultInjector.Strike(fault.Action, target)
        {
            Duration = fault.Action == FaultAction.Suspend ? setup.Within : default,
        });
    }

    private void Schedule(TimeSpan delay, object message) =>
        Context.System.Scheduler.ScheduleTellOnce(delay, Self, message, ActorRefs.NoSender);

    private void Do(FaultInjector.Strike strike)
    {
        switch (strike.Action)
        {
            case FaultAction.Crash:
                _engines![strike.Target].Tell(Engine.Fail.Instance);
                break;
            case FaultAction.Hang:
                _engines![strike.Target].Tell(Engine.Hang.Instance);
                break;
            case FaultAction.LoseKey:
                _sessions![strike.Target].Tell(LoseKey.Instance);
                break;
            case FaultAction.Close:
                _sessions![strike.Target].Tell(CloseSession.Instance);
                break;
            case FaultAction.Teardown or FaultAction.LoseContent:
                setup.Device.Tell(new Device.Teardown(strike.Action == FaultAction.LoseContent));
                break;
            case FaultAction.Suspend:
                setup.Device.Tell(Device.Suspend.Instance);
                Schedule(strike.Duration, FaultInjector.WakeDevice.Instance);
                break;
        }
    }
}
