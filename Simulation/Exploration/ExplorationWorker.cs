using Sim.Simulation.Experiments;
using Sim.Simulation.Strategies;

namespace Sim.Simulation.Exploration;

/// <summary>One thread of an exploration, with worlds, an experiment and a strategy of its own.</summary>
/// <param name="experiment">Makes its experiment.</param>
/// <param name="settings">How to explore.</param>
/// <param name="share">Gives out the work.</param>
/// <param name="warmUp">What the first worker does and the others wait for.</param>
/// <param name="isFirst">True for the one worker that warms up.</param>
internal sealed class ExplorationWorker(
    Func<IExperiment> experiment, ExplorationSettings settings, WorkShare share, WarmUp warmUp, bool isFirst)
{
    /// <summary>A chain of tasks that completes in place nests deeply.</summary>
    public const int StackBytes = 16 << 20;

    public string StrategyName { get; private set; } = "";

    public long Schedules { get; private set; }

    public long Steps { get; private set; }

    public bool IsExhausted { get; private set; }

    /// <summary>Happens-before orders that were met, up to a bound.</summary>
    public OrderSet Orders { get; } = new();

    /// <summary>What ended the worker before its time.</summary>
    public Exception? Fault { get; private set; }

    public void Work()
    {
        try
        {
            if (!isFirst)
                warmUp.Wait();
            Explore();
        }
        catch (Exception fault)
        {
            // Thrown again by the explorer, on the thread of its caller.
            Fault = fault;
        }
        finally
        {
            if (isFirst)
                warmUp.End();
        }
    }

    private void Explore()
    {
        var strategy = settings.Strategy(PilotSteps());
        StrategyName = strategy.Name;
        var runner = new ScheduleRunner(experiment(), settings.Timing, settings.StepsMax);
        while (!IsExhausted && share.TryTake(out var number, out var end))
        {
            var first = Schedules;
            for (; number < end && !IsExhausted && !share.IsBehindFailure(number); number++)
                Run(runner, strategy, number);
            share.Done(Schedules - first);
            if (isFirst)
                warmUp.Note(Steps);
        }
    }

    // Not counted: it only says how long schedules are, the same to every worker.
    private int PilotSteps()
    {
        var pilot = new RandomWalk();
        pilot.Begin(settings.Seed);
        var runner = new ScheduleRunner((settings.Pilot ?? experiment)(), settings.Timing, settings.StepsMax);
        return runner.Run(pilot, settings.Seed).Steps;
    }

    private void Run(ScheduleRunner runner, IStrategy strategy, long number)
    {
        ScheduleEnd end;
        do
        {
            strategy.Begin(Explorer.ChoiceSeed(settings, number));
            end = runner.Run(strategy, Explorer.ActorSeed(settings, number));
            IsExhausted = strategy.IsExhausted;
            Steps += end.Steps;
            if (end.IsPruned && (IsExhausted || share.IsBehindFailure(number)))
                return;
        }
        while (end.IsPruned);

        Schedules++;
        Orders.Add(end.Order);
        if (end.Failure is { } failure)
            share.Report(new FailedSchedule(number, failure, runner.Choices));
    }
}
