using Akka.Actor;
using Akka.Configuration;
using Sim.Actors;
using Sim.Actors.Devices;
using Sim.Actors.Hosting;
using Sim.Actors.Tracing;
using Sim.Checkers;
using Sim.Control;
using Sim.Scenarios.Run;
using Sim.Simulation.Experiments;

namespace Sim.Scenarios.Explore;

/// <summary>A scenario as something to explore: device, sessions and clients in a fresh world, judged by the named properties.</summary>
public sealed class ScenarioExperiment : IExperiment, IDisposable
{
    // Where durations hold, the faults of a budget strike within this time.
    private static readonly TimeSpan FaultsWithin = TimeSpan.FromMilliseconds(1);

    private static readonly Func<TimeSpan> NobodyAsks = static () => TimeSpan.Zero;

    private readonly RunPlan _plan;
    private readonly bool _isExplored;
    private readonly ITraceListener[] _listeners;
    private readonly bool _isTimed;
    private readonly LoadStock _stock;

    // Where nobody looks at time; else each run has a trace of its own, with a clock of its own.
    private readonly ITrace? _trace;

    // A right device keeps nothing outside its actors; the machines of a wrong one may, and each device needs its own.
    private readonly Props? _device;
    private RunState _state = new();

    /// <summary>Makes the experiment.</summary>
    /// <param name="plan">The scenario under the options of the run, in virtual time.</param>
    /// <param name="isExplored">
    /// True: a schedule is over when a property is violated, and the faults of the scenario's budget strike. False: a single run,
    /// which goes on to its end.
    /// </param>
    /// <param name="listeners">Who watches, beside the properties.</param>
    public ScenarioExperiment(RunPlan plan, bool isExplored, params IReadOnlyList<ITraceListener> listeners)
    {
        (_plan, _isExplored) = (plan, isExplored);
        Properties = new PropertySet(off: plan.Scenario.Expect.Off);
        _listeners = [Properties, .. listeners];
        _isTimed = Array.Exists(_listeners, listener => listener.LooksAtTime);
        Tally = new ExplorationTally(Properties);
        _stock = LoadStock.Of(plan);
        if (_isTimed)
            return;
        _trace = listeners.Count == 0 ? Properties.Trace : new RunTrace(NobodyAsks, _listeners, isShared: false);
        var machines = PolicyCatalog.Create(plan.Policy);
        _device = machines is PolicyMachines ? Device.Props(plan.Device, machines, _trace) : null;
    }

    /// <summary>The properties, as they judge the run so far.</summary>
    public PropertySet Properties { get; }

    /// <summary>What happened in all schedules, where it is explored.</summary>
    public ExplorationTally Tally { get; }

    /// <summary>From the beginning of the load to the end of its last session.</summary>
    public TimeSpan Elapsed => _state.Elapsed;

    /// <inheritdoc/>
    public Config Config { get; init; } = SimSettings.Reference();

    /// <inheritdoc/>
    public bool IsSetUp => _state.HasBegun;

    /// <inheritdoc/>
    public bool IsDone => false;

    /// <inheritdoc/>
    public bool LeavesThreadAlone => true;

    /// <inheritdoc/>
    public bool IsOver => _state.Trouble is not null || (_isExplored && Properties.Violated);

    /// <inheritdoc/>
    public bool IsHolding => false;

    /// <inheritdoc/>
    public Failure? Failure => _state.Trouble is { } trouble ? new Failure("Client", trouble is RunException ? trouble.Message : trouble.ToString())
        : _isExplored && Properties.Violated ? FirstViolation
        : null;

    /// <inheritdoc/>
    public void Begin(ActorSystem system, ulong seed)
    {
        Properties.Clear();
        _state = new RunState();
        var trace = _trace ?? new RunTrace(ClockOf(system), _listeners, isShared: false);
        var device = system.ActorOf(_device ?? Device.Props(_plan.Device, PolicyCatalog.Create(_plan.Policy), trace), "device");
        var setup = new ScenarioDirector.Setup(_stock.Begin(device, trace), _plan.Groups, Faults: FaultsAt(device, seed)) { State = _state };
        system.ActorOf(ScenarioDirector.Props(setup), "director").Tell(ScenarioDirector.Run.Instance, ActorRefs.NoSender);
    }

    /// <inheritdoc/>
    public Failure? End(IControlledWorld world)
    {
        Properties.End();
        if (_isExplored)
            Tally.EndSchedule();
        return FirstViolation ?? Failure ?? (_state.Open > 0
            ? new Failure("EveryJobEnds", $"nothing happens any more, and {_state.Open} sessions have not ended")
            : null);
    }

    /// <inheritdoc/>
    public string Describe(object message) => MessageNames.Of(message);

    /// <summary>Wipes the clients' keys.</summary>
    public void Dispose() => _stock.Dispose();

    private static Func<TimeSpan> ClockOf(ActorSystem system)
    {
        var clock = new RunClock(system.Scheduler);
        return () => clock.Now;
    }

    private FaultInjector.Setup? FaultsAt(IActorRef device, ulong seed) =>
        FaultInjector.SetupOf(_plan, device, _isExplored, FaultsWithin, seed);

    private Failure? FirstViolation =>
        Properties.FirstViolation is var (property, detail) ? new Failure(property, detail) : null;
}
