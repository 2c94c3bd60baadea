namespace Sim.Testing;

/// <summary>Begins an exploration: <c>Explore.Schedules(1_000).With("pos").Run(world => ...)</c>.</summary>
public static class Explore
{
    /// <summary>Up to so many schedules; the first that fails ends it.</summary>
    /// <param name="count">How many, at least 1.</param>
    public static ExplorationPlan Schedules(long count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return new ExplorationPlan { ScheduleCount = count };
    }

    /// <summary>Every schedule there is, or one that is equal in all that matters: a proof. For small worlds.</summary>
    /// <param name="atMost">Most schedules; that there are more is a failure, since nothing is proven then.</param>
    public static ExplorationPlan Exhaustively(long atMost = 1_000_000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(atMost, 1);
        return new ExplorationPlan { ScheduleCount = atMost, Strategy = "exhaustive" };
    }

    /// <summary>One schedule, the canonical one: actors by path, and what is scheduled when nothing else is left. A plain test.</summary>
    public static ExplorationPlan Once() => new() { ScheduleCount = 1, IsCanonical = true };

    /// <summary>The schedule that an earlier failure was saved as, and no other.</summary>
    /// <param name="file">The file that the failure named.</param>
    public static ExplorationPlan Replay(string file)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        return new ExplorationPlan { ScheduleCount = 1, ReplayFile = file };
    }
}
