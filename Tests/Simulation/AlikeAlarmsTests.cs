using Akka.Actor;
using Akka.Configuration;
using Sim.Control;
using Sim.Simulation.Experiments;
using Sim.Simulation.Exploration;
using Sim.Simulation.Replaying;
using Sim.Simulation.Schedules;
using Sim.Simulation.Strategies;
using Xunit;

namespace Sim.Tests.Simulation;

public sealed class AlikeAlarmsTests
{
    [Theory]
    [InlineData("xyz")]
    [InlineData("zyx")]
    [InlineData("yzx")]
    public void Alarms_that_look_alike_are_told_apart_in_a_replay(string order)
    {
        var experiment = new ThreeActions(order);
        var found = Explorer.Explore(
            () => experiment, new ExplorationSettings(StrategyCatalog.Find("random")!) { Schedules = 1_000 }).Failure!;

        var replay = new Replay(experiment, found.Schedule.Steps, isStrict: true);
        var end = new ScheduleRunner(experiment, Timing.Any, 100).Run(replay, found.Schedule.Seed);

        Assert.Equal(new Failure("Order", order), end.Failure);
    }

    private sealed class ThreeActions(string forbidden) : IExperiment
    {
        private string _fired = "";

        public Config Config => Config.Empty;

        public bool IsSetUp => true;

        public bool IsDone => false;

        public Failure? Failure => null;

        public void Begin(ActorSystem system, ulong seed)
        {
            _fired = "";
            foreach (var name in "xyz")
                system.Scheduler.Advanced.ScheduleOnce(TimeSpan.FromSeconds(1), () => _fired += name);
        }

        public Failure? End(IControlledWorld world) => _fired == forbidden ? new Failure("Order", _fired) : null;

        public string Describe(object message) => message.ToString()!;
    }
}
