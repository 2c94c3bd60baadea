using Akka.Actor;
using Sim.Testing;
using Xunit;
using Xunit.Abstractions;

namespace Sim.Tests.Samples.Accounts;

/// <summary>
/// Two people withdraw 70 from an account of 100. A test that lets one come behind the other passes; an explored one lets their
/// requests overlap in every way they can.
/// </summary>
public sealed class AccountTests(ITestOutputHelper output)
{
    [Fact]
    public void Exploring_finds_the_race()
    {
        var found = Assert.Throws<ExplorationException>(() =>
            Explore.Schedules(1_000).Run(world => TwoWithdraw(world, store => new RacyAccount(store))));
        output.WriteLine(found.Message);

        Assert.Equal("no more is paid than there was", found.Property);
        Assert.Equal("140 of 100 were paid", found.Detail);
    }

    [ExploredFact(Schedules = 2_000)]
    public void Repaired_account_pays_no_more_than_there_is(World world) => TwoWithdraw(world, store => new SafeAccount(store));

    [Fact]
    public void Repaired_account_is_right_in_every_order()
    {
        var all = Explore.Exhaustively().Run(world => TwoWithdraw(world, store => new SafeAccount(store)));
        output.WriteLine(all.ToString());

        // Alice is first at the account, or Bob is.
        Assert.Equal((2, true), (all.Distinct, all.IsExhausted));
    }

    private static void TwoWithdraw<T>(World world, Func<IActorRef, T> make)
        where T : ActorBase
    {
        var store = world.ActorOf(() => new Store(100), "store");
        var account = world.ActorOf(() => make(store), "account");
        var paid = 0;
        foreach (var name in new[] { "alice", "bob" })
        {
            world.Client(name, async client =>
            {
                if (await client.Ask<object>(account, new Account.Withdraw(70)) is Account.Withdrawn withdrawn)
                    paid += withdrawn.Amount;
            });
        }

        world.Always("no more is paid than there was", () => paid <= 100 ? null : $"{paid} of 100 were paid");
        world.Eventually("what is left and what was paid are all", () => paid + world.StateOf<Store>(store).Balance == 100);
        world.Sometimes("somebody is refused", () => paid == 70);
    }
}
