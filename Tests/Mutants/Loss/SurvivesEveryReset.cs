using Sim.Hardware.Resets;

namespace Sim.Tests.Mutants.Loss;

internal sealed class SurvivesEveryReset : IResetBudget
{
    public bool TrySpend(TimeSpan now) => true;
}
