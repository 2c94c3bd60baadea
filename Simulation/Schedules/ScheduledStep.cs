namespace Sim.Simulation.Schedules;

/// <summary>One choice of a schedule.</summary>
/// <param name="At">
/// Whose delivery it is, as a path without address (<c>/user/device</c>); for something that fires, <c>timer:</c> and the
/// path that it sends to.
/// </param>
/// <param name="Message">The message, as the experiment describes it.</param>
public sealed record ScheduledStep(string At, string Message)
{
    /// <summary>Begins the place of what fires.</summary>
    public const string TimerPrefix = "timer:";

    /// <summary>Whose step it is: the place, of what fires the path that it sends to.</summary>
    public string Actor => At.StartsWith(TimerPrefix, StringComparison.Ordinal) ? At[TimerPrefix.Length..] : At;

    /// <inheritdoc/>
    public override string ToString() => $"{At} {Message}";
}
