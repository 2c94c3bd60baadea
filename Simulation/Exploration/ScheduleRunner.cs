using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Sim.Control;
using Sim.Simulation.Experiments;
using Sim.Simulation.Schedules;
using Sim.Simulation.Strategies;
using Sim.Simulation.Worlds;

namespace Sim.Simulation.Exploration;

/// <summary>Runs an experiment under a strategy, one schedule at a time, on the thread that calls it.</summary>
/// <param name="experiment">What is run.</param>
/// <param name="timing">What time means.</param>
/// <param name="stepsMax">Steps after which a schedule that has not ended fails with <see cref="Failure.StepLimit"/>.</param>
public sealed class ScheduleRunner(IExperiment experiment, Timing timing, int stepsMax)
{
    private const int Portion = 16;

    private readonly SimulatedSystems _systems = new(experiment.Config);
    private readonly OrderHash _order = new();
    private IAlarm[] _free = new IAlarm[16];
    private TakenStep[] _taken = new TakenStep[256];

    // Of each schedule anew: what is written at each step must not lie beside what another worker writes.
    private Course _course = new();

    /// <summary>The indices that were chosen in the last schedule.</summary>
    internal ImmutableArray<int> Choices => [.. _taken.Take(_course.Done).Select(step => step.Choice)];

    /// <summary>Runs one schedule.</summary>
    /// <param name="strategy">Chooses; its <see cref="IStrategy.Begin"/> was called.</param>
    /// <param name="seed">Seed of what the actors draw.</param>
    /// <param name="observer">Watches; null: nobody does.</param>
    /// <exception cref="UncontrolledException">Another thread touched the world.</exception>
    public ScheduleEnd Run(IStrategy strategy, ulong seed, IStepObserver? observer = null)
    {
        ActorRandom.Use(seed);
        try
        {
            var world = _systems.Create(out var system);
            experiment.Enter(world);
            experiment.Begin(system, seed);
            var end = Held(world, strategy, observer);
            strategy.End();
            return world.TryTakeIntrusion(out var intrusion) ? throw new UncontrolledException(intrusion) : end;
        }
        finally
        {
            ActorRandom.Use(null);
        }
    }

    private ScheduleEnd Held(IControlledWorld world, IStrategy strategy, IStepObserver? observer)
    {
        world.Hold(experiment.LeavesThreadAlone);
        try
        {
            SetUp(world);
            return Run(world, strategy, observer);
        }
        finally
        {
            world.Release();
        }
    }

    private void SetUp(IControlledWorld world)
    {
        for (var steps = 0; !experiment.IsSetUp && experiment.Failure is null; steps++)
        {
            if (steps == stepsMax)
                throw new InvalidOperationException($"The set-up of the experiment did not end within {stepsMax} steps.");
            if (world.ReadyCount > 0)
                world.StepAt(0, out _, out _);
            else if (world.Alarms is [var alarm, ..])
                world.Fire(alarm);
            else
                throw new InvalidOperationException("Nothing happens any more, and the experiment is not set up.");
        }

        _order.Begin(world);
    }

    private ScheduleEnd Run(IControlledWorld world, IStrategy strategy, IStepObserver? observer)
    {
        _course = new Course();
        Failure? failure;
        try
        {
            failure = Go(world, strategy, observer);
        }
        catch (Exception unhandled) when (_course.IsStepping && unhandled is not UncontrolledException)
        {
            // Supervision catches what actors throw; this is a continuation's, and would end a process.
            failure = new Failure(Failure.UnhandledException, $"{unhandled.GetType().Name}: {unhandled.Message}");
            strategy.Stepped(isLast: true);
            observer?.Stepped(world);
            _taken[_course.Done++] = new TakenStep(_course.Chosen, 0, 0, 0);
            _course.IsStepping = false;
        }

        var order = _order.Of(_taken.AsSpan(0, _course.Done));
        if (_course.IsPruned)
            return new ScheduleEnd(null, _course.Done, order, IsPruned: true, IsAtEnd: false);
        var isAtEnd = failure is null;
        return new ScheduleEnd(failure ?? experiment.End(world), _course.Done, order, IsPruned: false, isAtEnd);
    }

    private Failure? Go(IControlledWorld world, IStrategy strategy, IStepObserver? observer)
    {
        _course.First = world.Steps;
        strategy.Enter(world, timing);
        while (GoOn(world, strategy, observer))
        {
        }

        return _course.IsTooLong
            ? new Failure(Failure.StepLimit, $"the schedule did not end within {stepsMax} steps")
            : experiment.Failure;
    }

    // Takes some steps; false when there are no more. Some and not all, so that it is called, and so compiled, as often as what it calls.
    // Catches nothing, so that what it uses at each step stays in registers.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool GoOn(IControlledWorld world, IStrategy strategy, IStepObserver? observer)
    {
        var course = _course;
        var done = course.Done;
        var first = course.First;
        var taken = RoomFor(done, Math.Min(Portion, stepsMax - done));
        var isOver = experiment.IsOver;
        for (var i = 0; i < taken.Length; i++)
        {
            if (isOver)
                return false;
            var inboxes = world.ReadyCount;
            var alarms = AlarmsIn(world, inboxes);
            if (inboxes + alarms.Length == 0)
                return false;
            var enabled = new Enabled(world, inboxes, alarms);
            var chosen = strategy.Choose(enabled, first + done + i + 1);
            if (chosen == IStrategy.Prune)
            {
                course.IsPruned = true;
                return false;
            }

            if (observer is not null)
                Show(observer, world, enabled, chosen, done + i + 1, first);
            course.Chosen = chosen;
            course.IsStepping = true;
            if (chosen < inboxes)
            {
                var inbox = world.StepAt(chosen, out var before, out var cause);
                taken[i] = _order.Of(chosen, inbox, before, cause);
            }
            else
            {
                var alarm = alarms[chosen - inboxes];
                taken[i] = OrderHash.Of(chosen, alarm);
                world.Fire(alarm);
            }

            course.IsStepping = false;
            course.Done = done + i + 1;
            isOver = experiment.IsOver;
            strategy.Stepped(isOver);
            observer?.Stepped(world);
        }

        course.IsTooLong = course.Done == stepsMax && !isOver && world.ReadyCount + AlarmsIn(world, world.ReadyCount).Length > 0;
        return course.Done < stepsMax;
    }

    private Span<TakenStep> RoomFor(int done, int more)
    {
        if (done + more > _taken.Length)
            Array.Resize(ref _taken, _taken.Length * 2);
        return _taken.AsSpan(done, more);
    }

    private ReadOnlySpan<IAlarm> AlarmsIn(IControlledWorld world, int inboxes)
    {
        var alarms = experiment.IsHolding ? Free(world.Alarms) : world.Alarms;
        if (timing == Timing.Any)
            return alarms;
        return inboxes > 0 ? default : DueFirst(alarms);
    }

    private ReadOnlySpan<IAlarm> Free(ReadOnlySpan<IAlarm> alarms)
    {
        if (_free.Length < alarms.Length)
            _free = new IAlarm[alarms.Length * 2];
        var count = 0;
        foreach (var alarm in alarms)
        {
            if (!experiment.IsHeld(alarm))
                _free[count++] = alarm;
        }

        return _free.AsSpan(0, count);
    }

    private static ReadOnlySpan<IAlarm> DueFirst(ReadOnlySpan<IAlarm> alarms)
    {
        var count = 0;
        while (count < alarms.Length && alarms[count].Due == alarms[0].Due)
            count++;
        return alarms[..count];
    }

    private void Show(IStepObserver observer, IControlledWorld world, in Enabled enabled, int chosen, int number, long first) =>
        observer.Stepping(
            world,
            number,
            StepNames.Of(enabled, chosen, experiment),
            (int)Math.Max(int.MinValue, enabled.CauseAt(chosen) - first));

    /// <summary>How far a schedule is.</summary>
    private sealed class Course
    {
        public long First;
        public int Done;
        public int Chosen;
        public bool IsStepping;
        public bool IsPruned;
        public bool IsTooLong;
    }
}
