using Sim.Actors.Hosting;
using Sim.Actors.Tracing;
using Sim.Scenarios.Explore;
using Sim.Scenarios.Model;
using Sim.Scenarios.Output;
using Sim.Scenarios.Run;
using Sim.Scenarios.Yaml.Values;
using Sim.Simulation.Experiments;
using Sim.Simulation.Exploration;
using Sim.Simulation.Schedules;
using Sim.Simulation.Strategies;

namespace Sim.Tests.Scenarios.Run;

/// <summary>Small scenarios, and running them.</summary>
internal static class Loads
{
    public static JobSpec Jobs(long count, int size = 1024) => new() { Count = count, SizeMin = size, SizeMax = size };

    public static Scenario Of(params SessionSpec[] sessions) =>
        new() { Name = "test", Summary = "A test.", Sessions = [.. sessions] };

    public static SessionSpec Sessions(int count, long jobs) => new() { Name = "s", Count = count, Jobs = Jobs(jobs) };

    public static SessionSpec Script(string commands) => new()
    {
        Name = "s",
        Jobs = new JobSpec { SizeMin = 64, SizeMax = 64 },
        Script = new ScriptSpec { Commands = [.. commands.Split(", ").Select(text => ScriptText.Read(text).Value)] },
        Negotiated = true,
    };

    public static Task<RunReport> Run(Scenario scenario, string? policy = null, ulong seed = 1, string? trace = null, string? sessionKey = null) =>
        ScenarioRun.RunAsync(
            scenario,
            new RunOptions
            {
                Scenario = scenario.Name,
                Policy = policy,
                Seed = seed,
                Trace = trace,
                SessionKey = sessionKey,
                Patience = TimeSpan.FromSeconds(3),
            },
            (_, _) => { },
            CancellationToken.None);

    public static RunReport RunVirtually(Scenario scenario, string? policy = null, ulong seed = 1) => VirtualRun.Run(
        scenario,
        new RunOptions { Scenario = scenario.Name, Policy = policy, Seed = seed, IsVirtual = true },
        new WallClock(),
        CancellationToken.None);

    /// <summary>Explores a scenario; null: every schedule held.</summary>
    public static Failure? Explore(Scenario scenario, string policy, Timing timing, int schedules, ulong seed = 1, params ITraceListener[] listeners)
    {
        var options = new RunOptions { Scenario = scenario.Name, Policy = policy, Seed = seed };
        var plan = RunPlan.Create(ExploredForm.Of(scenario, timing), options, inVirtualTime: true);
        var settings = new ExplorationSettings(_ => new RandomWalk())
        {
            Seed = seed,
            Schedules = schedules,
            Timing = timing,
            VarySeed = scenario.Explore.HasFaults,
        };
        return Explorer.Explore(() => new ScenarioExperiment(plan, isExplored: true, listeners), settings).Failure?.Failure;
    }
}
