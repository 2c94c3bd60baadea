namespace Sim.Scenarios.Media.Samples;

/// <summary>Which seig sample group each sample of a track or fragment is in (ISO/IEC 23001-7 section 6).</summary>
internal sealed class SampleGroups
{
    private readonly int[] _ends;
    private readonly ProtectionRule?[] _rules;
    private readonly ProtectionRule? _rest;

    /// <param name="ends">For each run of samples, in order, the index behind its last one.</param>
    /// <param name="rules">For each run what its group says; null when it is in no group.</param>
    /// <param name="rest">What the default group says about the samples behind all runs; null when there is none.</param>
    public SampleGroups(int[] ends, ProtectionRule?[] rules, ProtectionRule? rest)
    {
        _ends = ends;
        _rules = rules;
        _rest = rest;
    }

    /// <summary>The run that holds a sample, to be handed back for the next one.</summary>
    public int RunOf(int sample)
    {
        var found = Array.BinarySearch(_ends, sample);
        return found < 0 ? ~found : After(found);
    }

    /// <summary>What the sample's group says; null when it is in no group.</summary>
    /// <param name="sample">The sample, from 0.</param>
    /// <param name="run">A run at or before the one that holds it; moved on to that one.</param>
    public ProtectionRule? RuleOf(int sample, ref int run)
    {
        while (run < _ends.Length && _ends[run] <= sample) run++;
        return run < _ends.Length ? _rules[run] : _rest;
    }

    // Empty runs repeat an end.
    private int After(int run)
    {
        var end = _ends[run];
        while (run < _ends.Length && _ends[run] == end) run++;
        return run;
    }
}
