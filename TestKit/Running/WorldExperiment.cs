using Akka.Actor;
using Akka.Configuration;
using Sim.Control;
using Sim.Simulation.Experiments;
using Sim.Simulation.Strategies;

namespace Sim.Testing.Running;

/// <summary>A test body as an experiment.</summary>
internal sealed class WorldExperiment(Action<World> body, ExplorationPlan plan, Reached reached) : IExperiment
{
    private readonly MessageTexts _texts = new();
    private readonly Strays _strays = new();
    private IControlledWorld? _control;
    private World? _world;

    public Judgement Judgement { get; } = new(reached);

    public Config Config => plan.Hocon;

    // The body has set everything up when it returns.
    public bool IsSetUp => true;

    public bool IsDone => _world!.IsDone?.Invoke() == true;

    public bool IsHolding => _world!.IsHeld is not null;

    public Failure? Failure => Judgement.AfterStep();

    public void Enter(IControlledWorld world)
    {
        _strays.Watch(world);
        _control = world;
    }

    public void Begin(ActorSystem system, ulong seed)
    {
        _texts.Clear();
        _world = new World(system, _control!, seed, StrategyCatalog.IsExhaustive(plan.Strategy), Judgement, _texts);
        body(_world);
        _world.Arranged();
    }

    public bool IsHeld(IAlarm alarm) => _world!.IsHeld!(alarm);

    public Failure? End(IControlledWorld world) => Judgement.AtEnd(IsDone);

    public string Describe(object message) => _texts.Of(message);

    /// <summary>Looks for what came from other threads after its schedule was over.</summary>
    /// <exception cref="UncontrolledException">Something did.</exception>
    public void ThrowIfStrayed() => _strays.ThrowIfAny();
}
