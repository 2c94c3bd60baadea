namespace Sim.Scenarios.Run;

/// <summary>Which of the run's plaintext a job holds.</summary>
/// <param name="Offset">Its first byte.</param>
/// <param name="Size">Its length in bytes.</param>
public readonly record struct JobShape(int Offset, int Size);
