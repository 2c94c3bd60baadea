using Sim.Hardware.Resets;
using Xunit;

namespace Sim.Tests.Hardware.Resets;

public sealed class ResetBudgetTests
{
    private readonly ResetBudget _budget = new(new ResetLimits(5, TimeSpan.FromSeconds(60)));

    [Fact]
    public void Sixth_reset_within_the_time_is_refused()
    {
        for (var second = 0; second < 5; second++)
            Assert.True(_budget.TrySpend(TimeSpan.FromSeconds(10 * second)));
        Assert.False(_budget.TrySpend(TimeSpan.FromSeconds(59.9)));
    }

    [Fact]
    public void Resets_count_no_more_when_the_time_is_over()
    {
        for (var second = 0; second < 5; second++)
            Assert.True(_budget.TrySpend(TimeSpan.FromSeconds(second)));
        Assert.True(_budget.TrySpend(TimeSpan.FromSeconds(60)));
        Assert.False(_budget.TrySpend(TimeSpan.FromSeconds(60.5)));
        Assert.True(_budget.TrySpend(TimeSpan.FromSeconds(61)));
    }

    [Fact]
    public void Without_any_allowance_the_first_is_refused() =>
        Assert.False(new ResetBudget(new ResetLimits(0, TimeSpan.FromSeconds(60))).TrySpend(TimeSpan.Zero));
}
