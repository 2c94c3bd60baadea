using Akka.Actor;

namespace Sim.Benchmarks.Runtime;

/// <summary>Pairs of actors that send a message to and fro. An operation is a message: a ping, or a pong.</summary>
/// <param name="inFlight">How many messages of a pair are on their way at any time.</param>
internal sealed class PingPong(int inFlight) : SystemLoad
{
    public const int BatchSize = 1_000_000;
    private const int Pairs = 2;
    private IActorRef[]? _clients;

    public override int Batch => BatchSize;

    public override void Run(long operations)
    {
        _clients ??= [.. Enumerable.Range(0, Pairs).Select(_ => Pair())];
        Share(operations / 2, _clients);
    }

    private IActorRef Pair()
    {
        var echo = System.ActorOf(Props.Create(() => new Echo()));
        return System.ActorOf(Props.Create(() => new Client(echo, inFlight)));
    }

    private sealed class Client(IActorRef echo, int inFlight) : UntypedActor
    {
        private Begin? _run;
        private long _unsent;
        private long _unanswered;

        protected override void OnReceive(object message)
        {
            if (message is Begin run)
            {
                (_run, _unsent, _unanswered) = (run, run.Count, run.Count);
                for (var i = 0; i < inFlight; i++) Send();
                return;
            }

            // No more is sent than is counted: a surplus would run on under whatever is measured next.
            if (--_unanswered == 0) _run!.Done.Signal();
            else Send();
        }

        private void Send()
        {
            if (_unsent == 0) return;
            _unsent--;
            echo.Tell(Message, Self);
        }
    }
}
