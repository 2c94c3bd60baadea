namespace Sim.Scenarios.ClosedForm;

/// <summary>A figure by arithmetic alone, or why there is none.</summary>
/// <param name="Value">The figure; null: there is none.</param>
/// <param name="Reason">Why there is none; null when there is one.</param>
internal readonly record struct Expected(double? Value, string? Reason)
{
    /// <summary>There is none.</summary>
    public static Expected None(string reason) => new(null, reason);

    /// <summary>The figure, unless there is a reason against it.</summary>
    public static Expected Unless(string? reason, Func<double> value) => reason is null ? new(value(), null) : new(null, reason);
}
