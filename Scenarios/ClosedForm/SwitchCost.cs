using Sim.Hardware.Engines;

namespace Sim.Scenarios.ClosedForm;

/// <summary>
/// What a key switch costs where clients submit back to back. Of a single session the window is full when the Finish is called, and the
/// engine whose job ended last has just been given another one: all its old jobs lie before it, and no engine has more. Like sessions
/// with one job in flight each go round together: one job of every session on the engine is ahead.
/// </summary>
/// <param name="model">The scenario.</param>
internal sealed class SwitchCost(LoadModel model)
{
    private readonly GroupLoad _group = model.Groups[0];

    private double JobSeconds => new EngineDemand(_group.BlocksPerJob, model.Sessions > 1 ? 1 : 0, 0).SecondsPerJob(model.Spec);

    private double OldWorkSeconds => new OldWork(_group.Window, (model.Sessions - 1) / model.Engines).Seconds(model.Engines, JobSeconds);

    // Drain lets an epoch begin all at once; when it is one window, the job that writes its key is part of what is drained next.
    private bool IsOneWindow => model is { Drains: true, Sessions: 1 } && _group.RefreshEvery == _group.Window;

    // Else the first jobs of an epoch, which write its key, must be long over when the next Finish comes.
    private double FewestJobs =>
        2.0 * Math.Max(_group.Window, model.ProgrammingsPerEpoch) * (1 + (model.Spec.KeyProgramming.TotalSeconds / JobSeconds));

    /// <summary>
    /// Microseconds from a Finish to the opening of its barrier: the time of the old work, to drain it or until the last engine
    /// meets its marker; none where old and new key have slots side by side.
    /// </summary>
    public Expected Barrier()
    {
        if (model.HasSlots)
            return Expected.Unless(model.Obstacle, () => 0);
        var programming = IsOneWindow ? model.Spec.KeyProgramming.TotalSeconds : 0;
        return Expected.Unless(Reason, () => (OldWorkSeconds + programming) * 1e6);
    }

    /// <summary>Microseconds that the slot of the old key is kept beside the new one: from the opening of the switch to the end of the old work.</summary>
    public Expected OldSlot() => Expected.Unless(Reason, () => OldWorkSeconds * 1e6);

    /// <summary>Slots that are programmed for each key switch: one. Of a chain of switches only the last one's key is used.</summary>
    public Expected SlotProgrammings()
    {
        var chains = model.Groups.Where(group => group.Refreshes).Select(group => group.Spec.Refresh!.Chain).Distinct().ToArray();
        return chains is [var chain] ? Expected.Unless(model.Obstacle, () => 1.0 / chain) : Expected.None("groups have chains of different lengths");
    }

    private string? Reason => model.Obstacle ?? _group switch
    {
        _ when model.Sessions > 1 && (model.Groups.Length > 1 || _group.Window > 1 || model.Sessions % model.Engines != 0) =>
            "how many other jobs are ahead only the run tells",
        { ArrivalsPerSecond: not null } => "how many jobs are old only the run tells",
        { BlockDeviation: > 0 } => "sizes differ",
        { Spec.Refresh: not { EveryJobs: not null, Chain: 1 } } => "refreshes come by time, or in chains",
        _ when !IsOneWindow && _group.RefreshEvery < FewestJobs => "refreshes meet each other",
        _ when _group.Window > model.Engines && _group.Window % model.Engines != 0 => "the window is no multiple of the engines",
        _ => null,
    };
}
