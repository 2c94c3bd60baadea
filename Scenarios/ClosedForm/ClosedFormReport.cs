using Sim.Scenarios.Run;

namespace Sim.Scenarios.ClosedForm;

/// <summary>The figures of a run beside those of the formulas.</summary>
public static class ClosedFormReport
{
    /// <summary>Compares.</summary>
    /// <param name="plan">The scenario under the options of the run.</param>
    /// <param name="meter">What was measured; null: nothing was.</param>
    /// <param name="elapsed">From the beginning of the load to the end of its last session, on the run's own clock.</param>
    public static IReadOnlyList<ClosedFormFigure> Of(RunPlan plan, ClosedFormMeter? meter, TimeSpan elapsed)
    {
        var model = LoadModel.Of(plan);
        var measured = elapsed > TimeSpan.Zero ? meter : null;
        List<ClosedFormFigure> figures = [.. OfPool(PoolLoad.Of(model), measured, elapsed.TotalSeconds, model.Engines)];
        if (!model.Refreshes)
            return figures;
        var cost = new SwitchCost(model);
        figures.Add(Figure("barrier", "us", cost.Barrier(), measured?.MeanBarrier?.TotalMicroseconds));
        if (!model.HasSlots)
            return figures;
        figures.Add(Figure("oldSlot", "us", cost.OldSlot(), measured?.MeanOldSlot?.TotalMicroseconds));
        figures.Add(Figure(
            "slotProgrammings",
            "times",
            cost.SlotProgrammings(),
            measured is { Switches: > 0 } ? (double)(measured.Programmings - model.Sessions) / measured.Switches : null));
        return figures;
    }

    // Below the saturation point a run shows no more than its own load.
    private static IEnumerable<ClosedFormFigure> OfPool(PoolLoad pool, ClosedFormMeter? measured, double seconds, int engines)
    {
        var (utilisation, saturation) = (pool.Utilisation(), pool.Saturation());
        yield return Figure("utilisation", "share", utilisation, measured?.Busy.TotalSeconds / (seconds * engines));
        yield return Figure("saturation", "jobs/s", saturation, utilisation.Value >= 1 ? measured?.Completed / seconds : null) with
        {
            Note = saturation.Reason ?? pool.Headroom(),
        };
    }

    private static ClosedFormFigure Figure(string name, string unit, Expected expected, double? simulated) =>
        new(name, unit, expected.Value, simulated, expected.Reason);
}
