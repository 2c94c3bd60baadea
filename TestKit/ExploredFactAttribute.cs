using Sim.Simulation.Schedules;
using Xunit;
using Xunit.Sdk;

namespace Sim.Testing;

/// <summary>
/// A test that is explored: a method with one parameter, the <see cref="World"/>, which runs once for each schedule, each time in
/// a fresh instance of its class (which is disposed of, and whose <c>IAsyncLifetime</c> is not called). It makes the actors and says what must hold; see <see cref="ExplorationPlan.Run(Action{World}, string, string)"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Sim.Testing.Discovery.ExploredFactDiscoverer", "Sim.TestKit")]
public sealed class ExploredFactAttribute : FactAttribute
{
    /// <summary>Most schedules, at least 1.</summary>
    public long Schedules { get; set; } = 1_000;

    /// <summary>The strategy: <c>random</c>, <c>pct:D</c>, <c>pctcp:D</c>, <c>pos</c>, <c>mixed</c>, or <c>exhaustive</c>, which must come to its end.</summary>
    public string Strategy { get; set; } = ExplorationPlan.DefaultStrategy;

    /// <summary>The seed.</summary>
    public ulong Seed { get; set; } = 1;

    /// <summary>Whether each schedule has a seed of its own for what draws from it.</summary>
    public bool VarySeed { get; set; }

    /// <summary>What time means.</summary>
    public Timing Timing { get; set; } = Timing.Any;

    /// <summary>Most steps of a schedule, at least 1.</summary>
    public int StepsMax { get; set; } = ExplorationPlan.DefaultStepsMax;

    /// <summary>Configuration of the actor systems, in HOCON.</summary>
    public string Configuration { get; set; } = "";

    internal ExplorationPlan Plan()
    {
        var plan = Explore.Schedules(Schedules).With(Strategy).Seed(Seed).Timing(Timing).StepsAtMost(StepsMax).Configured(Configuration);
        return VarySeed ? plan.VaryingSeed() : plan;
    }
}
