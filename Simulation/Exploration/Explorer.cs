using Akka.Configuration;
using Sim.Simulation.Experiments;
using Sim.Simulation.Replaying;
using Sim.Simulation.Schedules;
using Sim.Simulation.Worlds;

namespace Sim.Simulation.Exploration;

/// <summary>
/// Runs an experiment under many schedules until one fails, all are done, or it is stopped. A schedule depends on the seed
/// and its number alone, so the first failure is the same whatever the number of workers.
/// </summary>
public static class Explorer
{
    /// <summary>Explores on threads of its own; returns when all have ended.</summary>
    /// <param name="experiment">Makes an experiment for each worker.</param>
    /// <param name="settings">How.</param>
    /// <param name="progress">Told how far it is; null: nobody watches.</param>
    /// <param name="cancel">Ends the exploration early; what is done by then counts.</param>
    /// <exception cref="UncontrolledException">Another thread touched a world.</exception>
    public static ExplorationReport Explore(
        Func<IExperiment> experiment,
        ExplorationSettings settings,
        ExplorationProgress? progress = null,
        CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.Workers, 1);
        var share = new WorkShare(settings.Schedules, progress, cancel);
        var warmUp = new WarmUp(isAwaited: settings.WarmsUpAlone && settings.Workers >= Environment.ProcessorCount);
        Config? config = null;
        var workers = new ExplorationWorker[settings.Workers];
        for (var i = 0; i < workers.Length; i++)
            workers[i] = new ExplorationWorker(Make, settings, share, warmUp, isFirst: i == 0);
        var threads = Array.ConvertAll(workers, worker => new Thread(worker.Work, ExplorationWorker.StackBytes) { IsBackground = true });
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            thread.Join();

        if (Array.Find(workers, worker => worker.Fault is not null) is { Fault: { } fault })
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(fault);
        return new ExplorationReport(
            workers[0].StrategyName,
            workers.Sum(worker => worker.Schedules),
            DistinctOf(workers),
            workers.Sum(worker => worker.Steps),
            Array.TrueForAll(workers, worker => worker.IsExhausted),
            share.FirstFailure is { } number ? Record(experiment(), settings, number) : null)
        {
            NotControlled = config is null ? null : new SimulatedSystems(config).NotControlled,
        };

        // Called by each worker; the experiments are alike, and so are their configurations.
        IExperiment Make()
        {
            var made = experiment();
            config = made.Config;
            return made;
        }
    }

    /// <summary>The seed of what the actors draw in a schedule.</summary>
    internal static ulong ActorSeed(ExplorationSettings settings, long number) =>
        settings.VarySeed ? SeededRandom.Of(settings.Seed, number) : settings.Seed;

    /// <summary>The seed of the choices of a schedule.</summary>
    internal static ulong ChoiceSeed(ExplorationSettings settings, long number) => SeededRandom.Of(~settings.Seed, number);

    private static long DistinctOf(ExplorationWorker[] workers)
    {
        var all = workers[0].Orders;
        foreach (var worker in workers.AsSpan(1))
            all.Add(worker.Orders);
        return all.Count;
    }

    // The worker kept the choices as they were made; names are given to them only now.
    private static FoundFailure Record(IExperiment experiment, ExplorationSettings settings, FailedSchedule failed)
    {
        var recorder = new Recorder();
        var seed = ActorSeed(settings, failed.Number);
        var end = new ScheduleRunner(experiment, settings.Timing, settings.StepsMax).Run(new Retrace(failed.Choices), seed, recorder);
        return end.Failure is { } failure
            ? new FoundFailure(failed.Number, failure, new Schedule(seed, settings.Timing, recorder.Steps))
            : throw new InvalidOperationException(
                $"Schedule {failed.Number} failed ({failed.Failure.Property}: {failed.Failure.Detail}) and did not when it was run again: the experiment depends on more than its seed.");
    }
}
