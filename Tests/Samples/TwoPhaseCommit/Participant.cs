using Akka.Actor;

namespace Sim.Tests.Samples.TwoPhaseCommit;

/// <summary>An account that takes part in a transfer.</summary>
internal sealed class Participant : ReceiveActor, IWithTimers
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly bool _givesUp;
    private int _change;

    /// <param name="balance">What is in it.</param>
    /// <param name="givesUp">
    /// Whether it takes its word back when it hears nothing after its yes. It must not: the others may have committed by then.
    /// </param>
    public Participant(int balance, bool givesUp)
    {
        (Balance, _givesUp) = (balance, givesUp);
        Receive<Transaction.Prepare>(Vote);
        Receive<Transaction.Commit>(_ => { });
        Receive<Transaction.Abort>(_ => { });
    }

    public int Balance { get; private set; }

    public ITimerScheduler Timers { get; set; } = null!;

    private void Vote(Transaction.Prepare asked)
    {
        if (Balance + asked.Change < 0)
        {
            Sender.Tell(new Transaction.No());
            return;
        }

        _change = asked.Change;
        Sender.Tell(new Transaction.Yes());
        if (_givesUp)
            Timers.StartSingleTimer("patience", new Transaction.Impatient(), Patience);
        BecomeStacked(Prepared);
    }

    private void Prepared()
    {
        Receive<Transaction.Commit>(_ => End(_change));
        Receive<Transaction.Abort>(_ => End(0));
        Receive<Transaction.Impatient>(_ => End(0));
    }

    private void End(int change)
    {
        Timers.CancelAll();
        Balance += change;
        UnbecomeStacked();
    }
}
