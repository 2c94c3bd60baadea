using Akka.Actor;

namespace Sim.Tests.Samples.TwoPhaseCommit;

/// <summary>Asks both accounts, and commits when both have said yes. Who says nothing for too long has said no.</summary>
internal sealed class Coordinator : ReceiveActor, IWithTimers
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly IActorRef _from;
    private readonly IActorRef _to;
    private IActorRef _client = ActorRefs.Nobody;
    private int _yes;

    public Coordinator(IActorRef from, IActorRef to)
    {
        (_from, _to) = (from, to);
        Receive<Transaction.Transfer>(asked =>
        {
            _client = Sender;
            _from.Tell(new Transaction.Prepare(-asked.Amount));
            _to.Tell(new Transaction.Prepare(asked.Amount));
            Timers.StartSingleTimer("patience", new Transaction.Impatient(), Patience);
            Become(Voting);
        });
    }

    public ITimerScheduler Timers { get; set; } = null!;

    private void Voting()
    {
        Receive<Transaction.Yes>(_ =>
        {
            if (++_yes == 2)
                Decide(new Transaction.Commit(), new Transaction.Committed());
        });
        Receive<Transaction.No>(_ => Decide(new Transaction.Abort(), new Transaction.Aborted()));
        Receive<Transaction.Impatient>(_ => Decide(new Transaction.Abort(), new Transaction.Aborted()));
    }

    private void Decide(object decision, object answer)
    {
        Timers.CancelAll();
        _from.Tell(decision);
        _to.Tell(decision);
        _client.Tell(answer);
        Become(Decided);
    }

    // A vote that comes now changes nothing any more.
    private void Decided()
    {
        Receive<Transaction.Yes>(_ => { });
        Receive<Transaction.No>(_ => { });
    }
}
