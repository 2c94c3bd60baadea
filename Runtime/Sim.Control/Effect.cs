namespace Sim.Control;

/// <summary>One thing that a step did to others.</summary>
/// <param name="Kind">What it did.</param>
/// <param name="Target">The number of the inbox, or of the alarm.</param>
public readonly record struct Effect(EffectKind Kind, long Target);
