using System.Runtime.InteropServices;
using Akka.Actor;
using Akka.Event;
using Sim.Actors.Hosting;
using Sim.Actors.Tracing;
using Sim.Hardware.Resets;
using Sim.Hardware.Sessions;

namespace Sim.Actors.Engines;

internal sealed class EnginePoolActor : UntypedActor
{
    private static readonly NumberedNames Names = new("engine-");

    private readonly EnginePoolSettings _settings;
    private readonly IDeviceMachines _machines;
    private readonly IActorRef[] _engines;
    private readonly EngineState[] _states;
    private readonly ITrace _trace;
    private readonly IResetBudget? _budget;
    private List<EngineLost>? _lost;
    private IActorRef? _owner;

    // Null while nobody has waited for an engine.
    private EngineFences? _fences;

    public EnginePoolActor(EnginePoolSettings settings, IDeviceMachines machines, ITrace trace, Props engine)
    {
        (_settings, _machines, _trace) = (settings, machines, trace);
        _budget = settings.Resets is { } limits ? machines.Resets(limits) : null;
        _engines = new IActorRef[settings.Engines];
        _states = new EngineState[settings.Engines];
        var context = Context;
        var scheduler = context.System.Scheduler;

        // Storing in the array itself would ask each reference for its type.
        var engines = _engines.AsSpan();
        for (var index = 0; index < engines.Length; index++)
        {
            var state = new EngineState(engine, index, settings, machines, trace, scheduler);
            _states[index] = state;
            engines[index] = context.ActorOf(state, Names[index]);
        }
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case EnginePool.GetEngines:
                TellEngines();
                break;
            case EngineFence.Wait asked:
                Fences().Wait(asked, Sender);
                break;
            case EngineFence.Raised raised:
                Fences().Raise(raised);
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    protected override void PostStop()
    {
        _fences?.LoseAll();
        base.PostStop();
    }

    private ReadOnlySpan<EngineLost> Lost => CollectionsMarshal.AsSpan(_lost);

    private void TellEngines()
    {
        _owner ??= Sender;
        Sender.Tell(new EnginePool.Engines(_engines));
        foreach (var lost in Lost)
            Sender.Tell(lost);
    }

    protected override SupervisorStrategy SupervisorStrategy() => new EngineSupervision(this);

    // Engines that were lost before anybody waited are lost to whoever waits now.
    private EngineFences Fences()
    {
        if (_fences is not null)
            return _fences;
        _fences = new EngineFences(_engines, _states, _machines, _trace);
        foreach (var lost in Lost)
            _fences.Lose(lost.Engine);
        return _fences;
    }

    private void Lose(IActorRef engine)
    {
        var lost = new EngineLost(Array.IndexOf(_engines, engine));
        (_lost ??= []).Add(lost);
        _fences?.Lose(lost.Engine);
        _owner?.Tell(lost);
    }

    // A fault that was asked for stands in the trace; anything else is a mistake in the code, and is logged.
    private Directive Decide(Exception failure)
    {
        if (failure is not EngineException fault)
        {
            Context.GetLogger().Error(failure, "An engine failed: {0}", failure.Message);
            return _machines.AfterFailure(failure);
        }

        if (fault.Reason == AbortReason.EngineHung && !MayReset(fault.Engine))
        {
            Remove(fault.Engine);
            return Directive.Stop;
        }

        if (fault.IsWedged)
            ResetAdapter(fault.Engine);
        return _machines.AfterFailure(failure);
    }

    private bool MayReset(int engine)
    {
        if (_budget is null)
            return true;
        var now = Context.System.Scheduler.HighResMonotonicClock;
        if (_trace.IsEnabled)
            _trace.Record(new ResetDue(engine, now, _settings.Resets!));
        return _budget.TrySpend(now);
    }

    private void ResetAdapter(int guilty)
    {
        if (_trace.IsEnabled)
            _trace.Record(new AdapterWasReset(guilty));
        for (var index = 0; index < _engines.Length; index++)
        {
            if (index != guilty)
                _engines[index].Tell(Engine.AdapterReset.Instance);
        }
    }

    private void Remove(int last)
    {
        if (_trace.IsEnabled)
            _trace.Record(DeviceWasRemoved.Instance);
        for (var index = 0; index < _engines.Length; index++)
        {
            if (index != last)
                Context.Stop(_engines[index]);
        }

        _owner?.Tell(EnginePool.Removed.Instance);
    }

    // A failed engine is reset by a restart: its queue survives. One that keeps failing is stopped. A parent hears of its
    // children's end without watching them, so that nobody watches an engine: sessions hear of it from the device.
    private sealed class EngineSupervision(EnginePoolActor pool) : OneForOneStrategy(
        pool._settings.MaxRestarts, (int)pool._settings.RestartWindow.TotalMilliseconds, pool.Decide, loggingEnabled: false)
    {
        public override void HandleChildTerminated(
            IActorContext actorContext, IActorRef child, IEnumerable<IInternalActorRef> children) => pool.Lose(child);
    }
}
