namespace Sim.Benchmarks.Soak;

/// <summary>A message that the <see cref="Ledger"/> accounts for.</summary>
internal interface INumbered
{
    int Number { get; }
}
