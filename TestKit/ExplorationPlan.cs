using System.Runtime.CompilerServices;
using Akka.Configuration;
using Sim.Simulation.Schedules;
using Sim.Simulation.Strategies;
using Sim.Testing.Running;

namespace Sim.Testing;

/// <summary>How a test is explored. Immutable: each method gives another plan.</summary>
public sealed record ExplorationPlan
{
    /// <summary>The strategy unless another is named.</summary>
    public const string DefaultStrategy = "mixed";

    /// <summary>Most steps of a schedule unless other is said.</summary>
    public const int DefaultStepsMax = 10_000;

    internal ExplorationPlan()
    {
    }

    internal long ScheduleCount { get; init; }

    internal string Strategy { get; init; } = DefaultStrategy;

    internal bool IsCanonical { get; init; }

    internal string? ReplayFile { get; init; }

    internal ulong SeedNumber { get; init; } = 1;

    internal bool VariesSeed { get; init; }

    internal Timing TimingKind { get; init; } = Simulation.Schedules.Timing.Any;

    internal int StepsMax { get; init; } = DefaultStepsMax;

    internal Config Hocon { get; init; } = Config.Empty;

    /// <summary>Chooses the schedules by another strategy.</summary>
    /// <param name="strategy"><c>random</c>, <c>pct:D</c>, <c>pctcp:D</c>, <c>pos</c> or <c>mixed</c>; D is the depth of bug that is aimed at.</param>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public ExplorationPlan With(string strategy) => StrategyCatalog.Find(strategy) is not null
        ? this with { Strategy = strategy }
        : throw new ArgumentException(
            $"There is no strategy '{strategy}'; there are {string.Join(", ", StrategyCatalog.Forms)}.", nameof(strategy));

    /// <summary>Chooses other schedules of the same strategy, and other numbers for what draws from the world's seed.</summary>
    /// <param name="seed">The seed; 1 unless other is said.</param>
    public ExplorationPlan Seed(ulong seed) => this with { SeedNumber = seed };

    /// <summary>Gives each schedule a seed of its own for what draws from it, too: <see cref="World.Random"/>, <c>ActorRandom</c>.</summary>
    public ExplorationPlan VaryingSeed() => this with { VariesSeed = true };

    /// <summary>Says what time means.</summary>
    /// <param name="timing"><see cref="Simulation.Schedules.Timing.Any"/> unless other is said: what is scheduled may fire at once or late.</param>
    public ExplorationPlan Timing(Timing timing) => this with { TimingKind = timing };

    /// <summary>Sets the bound behind which a schedule counts as one that never ends.</summary>
    /// <param name="steps">Most steps of a schedule, at least 1.</param>
    public ExplorationPlan StepsAtMost(int steps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        return this with { StepsMax = steps };
    }

    /// <summary>Gives the actor systems a configuration.</summary>
    /// <param name="hocon">The configuration.</param>
    public ExplorationPlan Configured(string hocon) => this with { Hocon = ConfigurationFactory.ParseString(hocon) };

    /// <summary>
    /// Runs a test body once for each schedule, in a fresh world. The body makes the actors and says what must hold; what the
    /// actors do happens after it has returned. What the body uses it must make: anything that lives longer than one call makes
    /// one schedule depend on the last.
    /// </summary>
    /// <param name="body">The body.</param>
    /// <param name="member">The test; the compiler fills it in.</param>
    /// <param name="file">Its file; the compiler fills it in.</param>
    /// <exception cref="ExplorationException">Something does not hold.</exception>
    /// <exception cref="Simulation.Experiments.UncontrolledException">Something left the thread of the world.</exception>
    public ExplorationResult Run(
        Action<World> body, [CallerMemberName] string member = "", [CallerFilePath] string file = "")
    {
        ArgumentNullException.ThrowIfNull(body);
        return new ExploredTest(this, body, new TestIdentity(Path.GetFileNameWithoutExtension(file), member)).Run();
    }

    /// <summary>A body does not wait: what it awaited would happen outside the world.</summary>
    [Obsolete("The body of an explored test only prepares. What waits is the script of a client: world.Client(name, async client => ...).", error: true)]
    public ExplorationResult Run(Func<World, Task> body) => throw new NotSupportedException(nameof(body));

    internal ExplorationResult Run(Action<World> body, TestIdentity test) => new ExploredTest(this, body, test).Run();
}
