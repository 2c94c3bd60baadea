using Akka.Actor;
using Akka.Configuration;
using Sim.Benchmarks.Soak;
using Xunit;

namespace Sim.Tests.Runtime.Reliability;

public sealed class MixedLoadTests
{
    private const int Messages = 60_000;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Every_message_of_a_mixed_load_is_handled_or_fails_or_becomes_a_dead_letter_exactly_once(int seed)
    {
        var system = ActorSystem.Create("mixed", ConfigurationFactory.ParseString("akka.loglevel = OFF"));
        var load = await MixedLoad.Start(system, Messages);
        await load.Run(seed);
        Assert.True(system.WhenTerminated.IsCompletedSuccessfully);
        Assert.Equal([], load.Ledger.Unsettled);
        Assert.Equal(Messages, load.Ledger.Outcomes);
        Assert.True(load.Ledger.Handled > 0);
        Assert.True(load.Ledger.Failed > 0);
        Assert.True(load.Ledger.Dead > 0);
    }
}
