using Sim.Scenarios.Model;

namespace Sim.Scenarios.Run;

/// <summary>No scenarios.</summary>
public sealed class EmptyShelf : IScenarioShelf
{
    /// <inheritdoc/>
    public IReadOnlyList<Scenario> All => [];

    /// <inheritdoc/>
    public Scenario Load(string nameOrFile, IReadOnlyList<string> sets) =>
        throw new UsageException($"there is no scenario '{nameOrFile}'");
}
