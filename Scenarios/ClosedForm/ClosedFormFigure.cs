namespace Sim.Scenarios.ClosedForm;

/// <summary>A figure of a run beside the one that a formula gives for its scenario.</summary>
/// <param name="Name">Which figure.</param>
/// <param name="Unit">Its unit: <c>share</c>, <c>jobs/s</c>, <c>us</c> or <c>times</c>.</param>
/// <param name="Expected">What the formula gives; null where it does not hold.</param>
/// <param name="Simulated">What the run came to; null where it does not show the figure.</param>
/// <param name="Note">Why the formula does not hold or the run does not show the figure; null when there is nothing to say.</param>
public sealed record ClosedFormFigure(string Name, string Unit, double? Expected, double? Simulated, string? Note)
{
    /// <summary>
    /// By what share of the formula's figure the run differs from it; 1 when the formula's is 0 and the run's is not; null when one of
    /// them is missing.
    /// </summary>
    public double? Deviation => (Expected, Simulated) switch
    {
        (0, { } simulated) => simulated == 0 ? 0 : 1,
        ({ } expected, { } simulated) => Math.Abs(simulated - expected) / expected,
        _ => null,
    };
}
