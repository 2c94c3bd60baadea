using Sim.Testing;
using Xunit;
using Xunit.Abstractions;

namespace Sim.Tests.Samples.TwoPhaseCommit;

/// <summary>
/// Money goes from one account to another by two-phase commit. Timeouts are five seconds on both sides, so that in a test that
/// waits for real nothing ever goes wrong; an explored one lets each timeout come at any moment.
/// </summary>
public sealed class TransferTests(ITestOutputHelper output)
{
    [Fact]
    public void Participant_that_takes_its_word_back_loses_money()
    {
        var found = Assert.Throws<ExplorationException>(() => Explore.Schedules(10_000).Run(world => Transfer(world, 60, givesUp: true)));
        output.WriteLine(found.Message);

        Assert.Equal("both accounts are as the client was told", found.Property);
    }

    [ExploredFact(Schedules = 2_000)]
    public void Participants_that_keep_their_word_neither_make_nor_lose_money(World world) => Transfer(world, 60, givesUp: false);

    [Fact]
    public void That_holds_in_every_order_and_for_every_moment_of_the_timeout()
    {
        foreach (var amount in new[] { 60, 160 })
        {
            var all = Explore.Exhaustively().Run(world => Transfer(world, amount, givesUp: false));
            output.WriteLine($"{amount}: {all}");
            Assert.True(all.IsExhausted);
        }
    }

    private static void Transfer(World world, int amount, bool givesUp)
    {
        var from = world.ActorOf(() => new Participant(100, givesUp), "from");
        var to = world.ActorOf(() => new Participant(0, givesUp), "to");
        var coordinator = world.ActorOf(() => new Coordinator(from, to), "coordinator");
        object? outcome = null;
        world.Client("client", async client => outcome = await client.Ask<object>(coordinator, new Transaction.Transfer(amount)));

        (int, int) Balances() => (world.StateOf<Participant>(from).Balance, world.StateOf<Participant>(to).Balance);
        world.Eventually("both accounts are as the client was told", () => (outcome, Balances()) switch
        {
            (Transaction.Committed, var (left, arrived)) when left == 100 - amount && arrived == amount => null,
            (Transaction.Aborted, (100, 0)) => null,
            var (told, (left, arrived)) => $"told {told?.GetType().Name ?? "nothing"} of {amount}, {left} and {arrived} are in the accounts",
        });
    }
}
