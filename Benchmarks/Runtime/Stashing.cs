using Akka.Actor;

namespace Sim.Benchmarks.Runtime;

/// <summary>
/// An actor sends itself 1,000 messages, stashes them, unstashes all and handles them. An operation is a message, which
/// so is delivered twice.
/// </summary>
internal sealed class Stashing : SystemLoad
{
    public const int BatchSize = 100_000;
    private const int Round = 1_000;
    private IActorRef? _actor;

    public override int Batch => BatchSize;

    public override void Run(long operations) =>
        Share(operations / Round, _actor ??= System.ActorOf(Props.Create(() => new Stasher())));

    private sealed class Stasher : UntypedActor, IWithUnboundedStash
    {
        private static readonly object Open = new();
        private Begin? _run;
        private long _rounds;
        private int _unhandled;
        private bool _open;

        public IStash Stash { get; set; } = null!;

        protected override void OnReceive(object message)
        {
            if (message is Begin run)
            {
                (_run, _rounds) = (run, run.Count);
                Close();
            }
            else if (message == Open)
            {
                _open = true;
                Stash.UnstashAll();
            }
            else if (!_open)
            {
                Stash.Stash();
            }
            else if (--_unhandled == 0)
            {
                if (--_rounds == 0) _run!.Done.Signal();
                else Close();
            }
        }

        private void Close()
        {
            _open = false;
            _unhandled = Round;
            for (var i = 0; i < Round; i++) Self.Tell(Message, Self);
            Self.Tell(Open, Self);
        }
    }
}
