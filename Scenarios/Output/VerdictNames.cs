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
}
