namespace Sim.Control;

/// <summary>Something that touched a controlled world from a thread that is not the driver's, and was refused.</summary>
/// <param name="Action">What it tried, for example <c>Tell</c>.</param>
/// <param name="Target">Where: a path, or what else describes it.</param>
/// <param name="Message">What it brought along, or null.</param>
/// <param name="StackTrace">The calls that led there.</param>
public sealed record Intrusion(string Action, string Target, object? Message, string StackTrace)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"uncontrolled concurrency: {Action} at {Target} from another thread{Environment.NewLine}{StackTrace}";
}
