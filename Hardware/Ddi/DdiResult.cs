namespace Sim.Hardware.Ddi;

/// <summary>What a call that also hands something out answers.</summary>
/// <typeparam name="T">What it hands out.</typeparam>
/// <param name="Status">The status.</param>
/// <param name="Value">What is handed out; the default of its type unless <paramref name="Status"/> is
/// <see cref="DdiStatus.Ok"/>.</param>
public readonly record struct DdiResult<T>(DdiStatus Status, T Value);
