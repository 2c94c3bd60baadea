using Akka.Actor;
using Akka.Configuration;
using Sim.Actors.Devices;
using Sim.Actors.Hosting;
using Sim.Actors.Tracing;
using Sim.Checkers;
using Sim.Control;
using Sim.Scenarios.Run;
using Sim.Simulation.Experiments;

namespace Sim.Scenarios.Explore;

/// <summary>A scenario as something to explore: device, sessions and clients in a fresh world, judged by the named properties.</summary>
public sealed class ScenarioExperiment : IExperiment
{
    private readonly RunPlan _plan;
    private readonly bool _endsAtViolation;
    private readonly ITraceListener[] _listeners;
    private readonly LoadStock _stock;
    private Stage.State _stage = new();

    /// <summary>Makes the experiment.</summary>
    /// <param name="plan">The scenario under the options of the run, in virtual time.</param>
    /// <param name="endsAtViolation">True: a schedule is over when a property is violated. False: it goes on to its end.</param>
    /// <param name="listeners">Who watches, beside the properties.</param>
    public ScenarioExperiment(RunPlan plan, bool endsAtViolation, params IReadOnlyList<ITraceListener> listeners)
    {
        (_plan, _endsAtViolation) = (plan, endsAtViolation);
        Properties = new PropertySet(off: plan.Scenario.Expect.Off);
        _listeners = [Properties, .. listeners];
        _stock = LoadStock.Of(plan);
    }

    /// <summary>The properties, as they judge the run so far.</summary>
    public PropertySet Properties { get; }

    /// <summary>From the beginning of the load to the end of its last session.</summary>
    public TimeSpan Elapsed => _stage.End - _stage.Begin;

    /// <inheritdoc/>
    public Config Config { get; } = SimSettings.Reference();

    /// <inheritdoc/>
    public bool IsSetUp => _stage.HasBegun;

    /// <inheritdoc/>
    public bool IsDone => false;

    /// <inheritdoc/>
    public Failure? Failure => _stage.Trouble is { } trouble ? new Failure("Client", trouble)
        : _endsAtViolation ? FirstViolation
        : null;

    /// <inheritdoc/>
    public void Begin(ActorSystem system, ulong seed)
    {
        Properties.Clear();
        _stage = new Stage.State();
        var clock = new RunClock(system.Scheduler);
        var trace = new RunTrace(() => clock.Now, _listeners);
        var device = system.ActorOf(Device.Props(_plan.Device, PolicyCatalog.Create(_plan.Policy), trace), "device");
        system.ActorOf(Stage.Props(new Stage.Setup(new LoadRun(device, trace, _stock), _plan.Groups, _stage)), "stage");
    }

    /// <inheritdoc/>
    public Failure? End(IControlledWorld world)
    {
        Properties.End();
        return FirstViolation ?? Failure ?? (_stage.Open > 0
            ? new Failure("EveryJobEnds", $"nothing happens any more, and {_stage.Open} sessions have not ended")
            : null);
    }

    /// <inheritdoc/>
    public string Describe(object message) => MessageNames.Of(message);

    private Failure? FirstViolation =>
        Properties.FirstViolation is var (property, detail) ? new Failure(property, detail) : null;
}
