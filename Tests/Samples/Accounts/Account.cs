using Akka.Actor;

namespace Sim.Tests.Samples.Accounts;

/// <summary>Messages of an account, whose balance is kept in a store.</summary>
internal static class Account
{
    public sealed record Withdraw(int Amount);

    public sealed record Withdrawn(int Amount);

    public sealed record Refused(int Amount);

    public sealed record Read;

    public sealed record Write(int Balance);

    public sealed record Balance(int Amount);
}

/// <summary>Keeps one number.</summary>
internal sealed class Store : ReceiveActor
{
    public Store(int balance)
    {
        Balance = balance;
        Receive<Account.Read>(_ => Sender.Tell(new Account.Balance(Balance)));
        Receive<Account.Write>(written => Balance = written.Balance);
    }

    public int Balance { get; private set; }
}

/// <summary>Checks the balance, then acts on it: what comes between the two is not seen.</summary>
internal sealed class RacyAccount : ReceiveActor
{
    public RacyAccount(IActorRef store)
    {
        Receive<Account.Withdraw>(asked =>
        {
            var client = Sender;
            store.Ask<Account.Balance>(new Account.Read())
                .PipeTo(Self, success: balance => new Checked(asked.Amount, balance.Amount, client));
        });
        Receive<Checked>(known =>
        {
            if (known.Amount > known.Balance)
            {
                known.Client.Tell(new Account.Refused(known.Amount));
                return;
            }

            store.Tell(new Account.Write(known.Balance - known.Amount));
            known.Client.Tell(new Account.Withdrawn(known.Amount));
        });
    }

    private sealed record Checked(int Amount, int Balance, IActorRef Client);
}

/// <summary>The repair: while the handler awaits the balance, the next request waits in the mailbox.</summary>
internal sealed class SafeAccount : ReceiveActor
{
    public SafeAccount(IActorRef store) => ReceiveAsync<Account.Withdraw>(async asked =>
    {
        var client = Sender;
        var balance = await store.Ask<Account.Balance>(new Account.Read());
        if (asked.Amount > balance.Amount)
        {
            client.Tell(new Account.Refused(asked.Amount));
            return;
        }

        store.Tell(new Account.Write(balance.Amount - asked.Amount));
        client.Tell(new Account.Withdrawn(asked.Amount));
    });
}
