using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Sim.Control;
using Sim.Tests.Runtime.Control;
using Xunit;

namespace Sim.Tests.Mutants.World;

/// <summary>Runs an experiment to its end; each step is drawn evenly from all that may happen, timers included.</summary>
internal static class RandomSchedule
{
    private const int StepsMax = 20_000;

    private static readonly ActorSystemSetup Setup = ActorSystemSetup.Create(
        BootstrapSetup.Create().WithConfig(ConfigurationFactory.ParseString("akka.loglevel = OFF")), new ControlSetup());

    public static void Run(MutantExperiment experiment, int seed)
    {
        var system = ActorSystem.Create("world", Setup);
        var world = ((IControllable)system).World!;
        experiment.Begin(system, seed: 1);
        while (!experiment.IsSetUp)
            world.Step(world.Ready[0]);
        var random = new Random(seed);
        while (world.Ready.Length + world.Alarms.Length > 0)
        {
            Assert.True(world.Steps < StepsMax, "the world does not come to rest");
            var next = random.Next(world.Ready.Length + world.Alarms.Length);
            if (next < world.Ready.Length)
                world.Step(world.Ready[next]);
            else
                world.Fire(world.Alarms[next - world.Ready.Length]);
        }

        experiment.Properties.End();
        Assert.False(world.HasIntrusions);
    }
}
