namespace Sim.Hardware.Resets;

/// <summary>How often an adapter may be reset because work did not go on.</summary>
/// <param name="Count">Most resets within <paramref name="Window"/>; one more ends the device.</param>
/// <param name="Window">The time in which resets count, above zero.</param>
public sealed record ResetLimits(int Count, TimeSpan Window);
