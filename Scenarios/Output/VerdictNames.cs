using Sim.Checkers;

namespace Sim.Scenarios.Output;

/// <summary>Verdicts in words, as reports show them.</summary>
public static class VerdictNames
{
    /// <summary>held, violated or not reached.</summary>
    public static string Name(this Verdict verdict) => verdict switch
    {
        Verdict.Held => "held",
        Verdict.Violated => "violated",
        _ => "not reached",
    };

    /// <summary>The verdict of such a name.</summary>
    /// <exception cref="FormatException">There is no such verdict.</exception>
    public static Verdict Parse(string? name) => name switch
    {
        "held" => Verdict.Held,
        "violated" => Verdict.Violated,
        "not reached" => Verdict.NotReached,
        _ => throw new FormatException($"There is no verdict '{name}'."),
    };
}
