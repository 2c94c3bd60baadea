using Akka.Actor;
using Sim.Simulation.Experiments;
using Sim.Simulation.Exploration;
using Sim.Simulation.Replaying;
using Sim.Simulation.Schedules;
using Sim.Simulation.Strategies;
using Sim.Simulation.Worlds;
using Sim.Tests.Runtime;

namespace Sim.Tests.Simulation.Plugin;

/// <summary>Asks that are piped, explored in a process whose thread pool has one thread. Says what it saw in one line.</summary>
internal static class DrainedAsks
{
    public static string Explore()
    {
        var (explored, recorded, again) = (Asks(), Asks(), Asks());
        var one = Explorer.Explore(() => new OnPlugIn(explored), Settings);
        var two = Explorer.Explore(() => new OnPlugIn(Asks()), Settings with { Workers = 2 });
        var replayed = 0;
        for (var seed = 0UL; seed < 10; seed++)
        {
            var recorder = new Recorder();
            var strategy = new RandomWalk();
            strategy.Begin(seed);
            new ScheduleRunner(new OnPlugIn(recorded), Timing.Any, 1_000).Run(strategy, seed, recorder);
            var experiment = new OnPlugIn(again);
            var replay = new Replay(experiment, recorder.Steps, isStrict: true);
            new ScheduleRunner(experiment, Timing.Any, 1_000).Run(replay, seed);
            if (replay.IsOver && recorded.Outcomes.SetEquals(again.Outcomes)) replayed++;
        }

        // A timer of the platform that comes up meanwhile is none of the step's doing.
        var delayed = new ScheduleRunner(new OnPlugIn(Delayed()), Timing.Any, 100);
        var isRefused = false;
        try
        {
            delayed.Run(new RandomWalk(), 0);
        }
        catch (UncontrolledException)
        {
            isRefused = true;
        }

        return $"{explored.Outcomes.Count} orders, {one.Distinct == two.Distinct}, {replayed} replayed, {isRefused}";
    }

    private static ExplorationSettings Settings => new(_ => new RandomWalk()) { Schedules = 150 };

    private static Noted Delayed() => new(
        (system, notes) =>
        {
            var sink = system.ActorOf(Scripted.Of((message, _) => notes.Add($"{message}")), "sink");
            return Programs.Start(system.ActorOf(
                Scripted.Of((_, _) =>
                {
                    var due = new CancellationTokenSource(TimeSpan.FromMilliseconds(1));
                    due.Token.Register(() => sink.Tell("late"));
                    new ManualResetEventSlim().Wait(TimeSpan.FromMilliseconds(100));
                }),
                "delayer"));
        },
        $"{SimulatedSystems.DrainKey} = on");

    private static Noted Asks() => Programs.PipedAsks(usesContext: false, $"{SimulatedSystems.DrainKey} = on");
}
