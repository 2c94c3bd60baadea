namespace Sim.Benchmarks.Rates;

/// <summary>One line of the table of rates.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Unit">What it is counted in.</param>
/// <param name="Reference">What Akka.NET reached elsewhere, or nothing.</param>
/// <param name="Goal">What is to be reached, or null.</param>
internal sealed record RateFigure(string Name, string Unit, string Reference, RateGoal? Goal)
{
    /// <summary>Says whether the goal is reached; nothing where there is none.</summary>
    public string Verdict(double median) => Goal switch
    {
        null => "",
        _ when Goal.IsReachedBy(median) => "pass",
        _ => "MISS",
    };
}
