using Akka.Event;

namespace Akka.Actor;

/// <summary>
/// Ends a system in phases, each after those that it depends on. The tasks of a phase run at once; when one fails or the
/// phase takes too long, the next phase follows all the same, unless the phase is configured not to recover.
/// </summary>
public sealed partial class CoordinatedShutdown : IExtension
{
    /// <summary>For whatever must happen before all else.</summary>
    public const string PhaseBeforeServiceUnbind = "before-service-unbind";

    /// <summary>No new work is accepted.</summary>
    public const string PhaseServiceUnbind = "service-unbind";

    /// <summary>Work that was accepted is finished.</summary>
    public const string PhaseServiceRequestsDone = "service-requests-done";

    /// <summary>What offers the service is stopped.</summary>
    public const string PhaseServiceStop = "service-stop";

    /// <summary>For whatever must happen before a cluster is left.</summary>
    public const string PhaseBeforeClusterShutdown = "before-cluster-shutdown";

    /// <summary>Shards are handed over.</summary>
    public const string PhaseClusterShardingShutdownRegion = "cluster-sharding-shutdown-region";

    /// <summary>The cluster is told.</summary>
    public const string PhaseClusterLeave = "cluster-leave";

    /// <summary>Singletons are handed over.</summary>
    public const string PhaseClusterExiting = "cluster-exiting";

    /// <summary>The handover is complete.</summary>
    public const string PhaseClusterExitingDone = "cluster-exiting-done";

    /// <summary>The cluster extension is stopped.</summary>
    public const string PhaseClusterShutdown = "cluster-shutdown";

    /// <summary>For whatever must happen while there still are actors.</summary>
    public const string PhaseBeforeActorSystemTerminate = "before-actor-system-terminate";

    /// <summary>The system ends.</summary>
    public const string PhaseActorSystemTerminate = "actor-system-terminate";

    private readonly Lock _lock = new();
    private readonly ShutdownPhases _phases;
    private readonly Dictionary<string, List<ShutdownTask>> _tasks = new(StringComparer.Ordinal);
    private TaskCompletionSource<Done>? _run;

    internal CoordinatedShutdown(ExtendedActorSystem system)
    {
        System = system;
        var settings = CoordinatedShutdownSettings.Read(system.Settings.Config);
        _phases = settings.Phases;
        RunsByTerminate = settings.RunByActorSystemTerminate;
        if (settings.TerminateActorSystem) AddTask(PhaseActorSystemTerminate, "terminate-system", EndSystem);
        if (settings.RunByClrShutdownHook) HookIntoProcessExit();
    }

    /// <summary>The system.</summary>
    public ExtendedActorSystem System { get; }

    /// <summary>Why the system ends; null before <see cref="Run"/>.</summary>
    public Reason? ShutdownReason { get; private set; }

    /// <summary>The timeouts of all phases that have tasks, added up.</summary>
    public TimeSpan TotalTimeout
    {
        get
        {
            lock (_lock) return _tasks.Keys.Aggregate(TimeSpan.Zero, (sum, phase) => sum + Timeout(phase));
        }
    }

    internal bool RunsByTerminate { get; }

    /// <summary>Finds the shutdown of a system.</summary>
    /// <param name="sys">The system.</param>
    /// <returns>The one of that system.</returns>
    public static CoordinatedShutdown Get(ActorSystem sys) => new CoordinatedShutdownExtension().Get(sys);

    /// <summary>Adds a task to a phase. When the phase has begun already, the task does not run.</summary>
    /// <param name="phase">The phase, as configured.</param>
    /// <param name="taskName">What it is called in the log.</param>
    /// <param name="task">The task.</param>
    /// <exception cref="Configuration.ConfigurationException">There is no such phase.</exception>
    public void AddTask(string phase, string taskName, Func<Task<Done>> task)
    {
        _ = _phases[phase];
        lock (_lock)
        {
            if (!_tasks.TryGetValue(phase, out var tasks)) _tasks.Add(phase, tasks = []);
            tasks.Add(new ShutdownTask(taskName, task));
        }
    }

    /// <summary>The time that a phase may take.</summary>
    /// <param name="phase">The phase, as configured.</param>
    /// <returns>The time.</returns>
    /// <exception cref="Configuration.ConfigurationException">There is no such phase.</exception>
    public TimeSpan Timeout(string phase) => _phases[phase].Timeout;

    /// <summary>Runs the phases; later calls do nothing but give the task of the first.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="fromPhase">Leaves out the phases before this one, or null.</param>
    /// <returns>Done when the last phase is; faulted by a failure or timeout of a phase that does not recover.</returns>
    /// <exception cref="Configuration.ConfigurationException">There is no such phase.</exception>
    public Task<Done> Run(Reason reason, string? fromPhase = null)
    {
        TaskCompletionSource<Done> run;
        List<ShutdownPhase> phases;
        lock (_lock)
        {
            if (_run is not null) return _run.Task;
            phases = _phases.From(fromPhase);
            ShutdownReason = reason;
            _run = run = new TaskCompletionSource<Done>(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        _ = RunPhases(phases, run);
        return run.Task;
    }

    private async Task RunPhases(List<ShutdownPhase> phases, TaskCompletionSource<Done> run)
    {
        try
        {
            foreach (var phase in phases) await RunPhase(phase).ConfigureAwait(false);
            run.SetResult(Done.Instance);
        }
        catch (Exception e)
        {
            System.Log.Error(e, "Coordinated shutdown ended early: {0}", e.Message);
            run.SetException(e);
        }
    }

    private async Task RunPhase(ShutdownPhase phase)
    {
        List<ShutdownTask> tasks;
        lock (_lock) tasks = [.. _tasks.GetValueOrDefault(phase.Name) ?? []];
        if (tasks.Count == 0) return;
        var all = Task.WhenAll(tasks.Select(task => Perform(task, phase)));
        if (all.IsCompleted || await IsInTime(all, phase.Timeout).ConfigureAwait(false))
        {
            await all.ConfigureAwait(false);
            return;
        }

        var late = $"Coordinated shutdown phase [{phase.Name}] timed out after {phase.Timeout}";
        if (!phase.Recover) throw new TimeoutException(late);
        System.Log.Warning(late);
    }

    private async Task Perform(ShutdownTask task, ShutdownPhase phase)
    {
        try
        {
            await task.Run().ConfigureAwait(false);
        }
        catch (Exception e) when (phase.Recover)
        {
            System.Log.Warning(e, "Task [{0}] failed in phase [{1}]: {2}", task.Name, phase.Name, e.Message);
        }
    }

    private async Task<bool> IsInTime(Task all, TimeSpan timeout)
    {
        var late = new TaskCompletionSource();
        var timer = new Cancelable(System.Scheduler);
        var dispatcher = System.Dispatchers.DefaultGlobalDispatcher;
        try
        {
            // What follows may block, so it is not for the scheduler's thread.
            System.Scheduler.Advanced.ScheduleOnce(timeout, () => dispatcher.Schedule(() => late.TrySetResult()), timer);
        }
        catch (SchedulerException)
        {
            // The system has ended in another way, and with it the time that could run out.
        }

        var first = await Task.WhenAny(all, late.Task).ConfigureAwait(false);
        timer.Cancel();
        return first == all;
    }

    private async Task<Done> EndSystem()
    {
        System.Abort();
        await System.WhenTerminated.ConfigureAwait(false);
        return Done.Instance;
    }

    private void HookIntoProcessExit()
    {
        AppDomain.CurrentDomain.ProcessExit += OnProcessExit;
        try
        {
            System.RegisterOnTermination(() => AppDomain.CurrentDomain.ProcessExit -= OnProcessExit);
        }
        catch (InvalidOperationException)
        {
            // The system has ended already.
            AppDomain.CurrentDomain.ProcessExit -= OnProcessExit;
        }
    }

    private void OnProcessExit(object? sender, EventArgs e)
    {
        try
        {
            Run(ClrExitReason.Instance).Wait(TotalTimeout);
        }
        catch (AggregateException)
        {
            // It is in the log; nothing more can be done about it.
        }
    }

    private sealed record ShutdownTask(string Name, Func<Task<Done>> Run);
}
