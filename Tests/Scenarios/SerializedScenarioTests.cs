using System.Collections.Immutable;
using Akka.Actor;
using Akka.Configuration;
using Sim.Control;
using Sim.Scenarios;
using Sim.Scenarios.Explore;
using Sim.Scenarios.Output;
using Sim.Scenarios.Run;
using Sim.Simulation.Experiments;
using Sim.Simulation.Exploration;
using Sim.Simulation.Schedules;
using Sim.Simulation.Strategies;
using Sim.Tests.Actors.Serialization;
using Xunit;

namespace Sim.Tests.Scenarios;

/// <summary>Scenarios of the library go the same way when every message is written and read before it is delivered.</summary>
public sealed class SerializedScenarioTests
{
    private const ulong Seed = 1;

    [Theory]
    [InlineData("barrier-small", "slots")]
    [InlineData("barrier-small", "drain")]
    [InlineData("barrier-small", "marker")]
    [InlineData("crashing-engines", "slots")]
    [InlineData("engine-lost", "marker")]
    [InlineData("key-loss-while-pending", "drain")]
    [InlineData("patterns", "slots")]
    public void Run_has_the_same_trace(string name, string policy)
    {
        var (plain, _) = Run(name, policy, isSerialized: false);
        var (serialized, report) = Run(name, policy, isSerialized: true);

        Assert.Empty(report);
        Assert.Equal(plain, serialized);
    }

    private static (string TraceHash, ImmutableArray<string> Violations) Run(string name, string policy, bool isSerialized)
    {
        var plan = RunPlan.Create(
            ScenarioLibrary.Shipped.Load(name, []), new RunOptions { Scenario = name, Policy = policy, Seed = Seed }, inVirtualTime: true);
        using var hash = new TraceHash();
        using var scenario = new ScenarioExperiment(plan, isExplored: false, hash);
        IExperiment experiment = isSerialized ? new Serialized(scenario) : scenario;
        var strategy = new RandomWalk();
        strategy.Begin(Seed);
        var end = new ScheduleRunner(experiment, Timing.Model, VirtualRun.StepsMax).Run(strategy, Seed);
        return (hash.Take(),
        [
            .. scenario.Properties.Violations.Select(violation => violation.ToString()),
            .. end.Failure is { } failure ? [failure.Detail] : Array.Empty<string>(),
        ]);
    }

    private sealed class Serialized(IExperiment inner) : IExperiment
    {
        public Config Config => SerializedMessages.On;

        public bool IsSetUp => inner.IsSetUp;

        public bool IsDone => inner.IsDone;

        public bool IsHolding => inner.IsHolding;

        public Failure? Failure => inner.Failure;

        public void Enter(IControlledWorld world) => inner.Enter(world);

        public void Begin(ActorSystem system, ulong seed)
        {
            Assert.True(system.Settings.SerializeAllMessages);
            inner.Begin(system, seed);
        }

        public bool IsHeld(IAlarm alarm) => inner.IsHeld(alarm);

        public Failure? End(IControlledWorld world) => inner.End(world);

        public string Describe(object message) => inner.Describe(message);
    }
}
