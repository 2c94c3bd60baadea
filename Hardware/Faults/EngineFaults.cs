namespace Sim.Hardware.Faults;

/// <summary>What a plan has in store for one engine. It counts the engine's jobs, and outlives a reset of the engine.</summary>
public sealed class EngineFaults
{
    private readonly EngineFaultRule[] _rules;
    private readonly int[] _left;
    private ulong _random;
    private long _jobs;
    private TimeSpan _firstJobAt;

    /// <summary>Takes what concerns one engine out of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="engine">Index of the engine.</param>
    public EngineFaults(FaultPlan plan, int engine)
    {
        _rules = [.. plan.Rules.Where(rule => rule.Engine == engine)];
        _left = [.. _rules.Select(rule => rule.Times ?? int.MaxValue)];
        _random = plan.Seed ^ ((ulong)(engine + 1) << 32);
    }

    /// <summary>Nothing goes wrong.</summary>
    public static EngineFaults None { get; } = new(FaultPlan.None, engine: 0);

    /// <summary>True when nothing ever goes wrong at this engine: then <see cref="Next"/> need not be asked.</summary>
    public bool IsEmpty => _rules.Length == 0;

    /// <summary>The engine begins its next job. Says what goes wrong with it.</summary>
    /// <param name="now">The time, on any clock that does not go back.</param>
    public EngineFault Next(TimeSpan now)
    {
        if (_jobs++ == 0)
            _firstJobAt = now;
        var struck = EngineFault.None;
        for (var i = 0; i < _rules.Length; i++)
        {
            if (!Strikes(_rules[i], now - _firstJobAt) || _left[i] == 0 || struck.Kind != EngineFaultKind.None)
                continue;
            if (_rules[i].Times is not null)
                _left[i]--;
            struck = _rules[i].Fault;
        }

        return struck;
    }

    // A chance is drawn for every job, struck or not, so that one rule does not shift the draws of another.
    private bool Strikes(EngineFaultRule rule, TimeSpan sinceFirstJob) => rule switch
    {
        { At: { } at } => sinceFirstJob >= at,
        { Job: { } job } => _jobs >= job,
        { Chance: { } chance } => Draw() < chance,
        _ => true,
    };

    // SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number generators", 2014).
    private double Draw()
    {
        var mixed = _random += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return ((mixed ^ (mixed >> 31)) >> 11) * (1.0 / (1UL << 53));
    }
}
