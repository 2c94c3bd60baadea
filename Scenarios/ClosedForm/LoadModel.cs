using Sim.Hardware.Engines;
using Sim.Hardware.Sessions;
using Sim.Scenarios.Run;

namespace Sim.Scenarios.ClosedForm;

/// <summary>A scenario as formulas see it, and whether they can say anything about it at all.</summary>
internal sealed class LoadModel
{
    private LoadModel(RunPlan plan)
    {
        (Engines, Policy) = (plan.Device.Pool.Engines, plan.Policy);
        Spec = plan.Device.Pool.Spec ?? new EngineSpec(default, 0, 1, default, default);
        Groups = [.. plan.Groups.Select(GroupLoad.Of)];
        Obstacle = plan switch
        {
            { Device.Pool.Spec: null } => "in parallel mode work takes the time that it takes",
            _ when !KeySwitchPolicies.Names.Contains(Policy) => $"{Policy} is wrong on purpose",
            { Scenario.Faults.IsEmpty: false } => "faults strike",
            _ when plan.Groups.Any(group => !group.Script.IsEmpty) => "a script sets its own pace",
            _ when plan.Device.Pool.Unfit != 0 || plan.Groups.Any(group => group.Spec.Jobs.Engine is not null) => "not every engine takes every job",
            _ when plan.Groups.Any(group => group.Spec.Priority != plan.Groups[0].Spec.Priority) => "sessions overtake others at the engines",
            _ when plan.Groups.Any(group => group.Spec.Jobs.Parts > 1) => "transfers are split over engines",
            _ when Groups.Any(group => group.Window > (group.Spec.Limits ?? plan.Device.Session).Jobs) => "jobs may be refused",
            _ when Groups.Any(group => new EngineDemand(group.BlocksMax, 1, 1).SecondsPerJob(Spec) >= plan.Device.Pool.Watchdog.TotalSeconds) =>
                "jobs may take longer than the watchdog waits",
            _ when HasSlots && Groups.Any(group => group.RefreshEvery is null) => "how many keys are in use at once only the run tells",
            _ when HasSlots && Groups.Sum(group => group.Spec.Count * group.KeySlots) > plan.Device.KeySlots =>
                "too few key slots: keys may be evicted and programmed again",
            _ => null,
        };
    }

    /// <summary>Why no formula holds; null: some may.</summary>
    public string? Obstacle { get; }

    /// <summary>How fast an engine is.</summary>
    public EngineSpec Spec { get; }

    /// <summary>Engines in the pool.</summary>
    public int Engines { get; }

    /// <summary>Key-switch policy.</summary>
    public string Policy { get; }

    /// <summary>The session groups, at least one.</summary>
    public GroupLoad[] Groups { get; }

    /// <summary>Sessions of all groups.</summary>
    public int Sessions => Groups.Sum(group => group.Spec.Count);

    /// <summary>True when the policy holds jobs until old ones have ended.</summary>
    public bool Drains => Policy == "drain";

    /// <summary>True when old and new key have slots side by side.</summary>
    public bool HasSlots => Policy == KeySwitchPolicies.Default;

    /// <summary>True when keys are switched at all.</summary>
    public bool Refreshes => Groups.Any(group => group.Refreshes);

    /// <summary>Most times that the key of one epoch is written: once, or once on each engine.</summary>
    public int ProgrammingsPerEpoch => Policy == "marker" ? Engines : 1;

    public static LoadModel Of(RunPlan plan) => new(plan);
}
