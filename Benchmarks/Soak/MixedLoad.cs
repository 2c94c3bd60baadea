using Akka.Actor;
using Akka.Event;

namespace Sim.Benchmarks.Soak;

/// <summary>
/// One system under everything at once: plain, asked, forwarded and stashed messages, handlers that await, that throw and
/// that stop, timers, and the end of the system in the midst of it. Every message must have exactly one outcome.
/// </summary>
internal sealed class MixedLoad
{
    private const int Senders = 4;
    private const int Workers = 8;

    // Senders that run ahead for longer would have sent everything before the first message is handled.
    private const int AheadMax = 2_000;
    private const int AfterTheEnd = 1_000;

    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(30);

    private readonly ActorSystem _system;
    private readonly int _messages;
    private readonly IActorRef[] _workers;
    private int _next = -1;

    private MixedLoad(ActorSystem system, Ledger ledger, IActorRef[] workers, int messages) =>
        (_system, Ledger, _workers, _messages) = (system, ledger, workers, messages);

    public Ledger Ledger { get; }

    /// <summary>Makes the workers.</summary>
    /// <param name="system">The system, which is ended by <see cref="Run"/>.</param>
    /// <param name="messages">How many messages to send.</param>
    public static async Task<MixedLoad> Start(ActorSystem system, int messages)
    {
        var ledger = new Ledger(system.Name, messages);
        system.EventStream.Subscribe(ledger, typeof(DeadLetter));
        var parent = system.ActorOf(Props.Create(() => new WorkerParent(ledger, Workers)));
        return new MixedLoad(system, ledger, await parent.Ask<IActorRef[]>("workers", Wait).ConfigureAwait(false), messages);
    }

    /// <summary>Sends everything: the system is told to end when half is sent, and the last messages are for it when it has ended.</summary>
    /// <param name="seed">Decides what is sent to whom.</param>
    public async Task Run(int seed)
    {
        var senders = Enumerable.Range(0, Senders).Select(sender => Task.Run(() => Send(new Random((seed * Senders) + sender)))).ToList();
        await Task.WhenAll(senders).WaitAsync(Wait).ConfigureAwait(false);
    }

    private async Task Send(Random random)
    {
        for (var number = Interlocked.Increment(ref _next); number < _messages; number = Interlocked.Increment(ref _next))
        {
            while (number - Ledger.Outcomes > AheadMax) await Task.Yield();
            if (number == _messages / 2) _ = _system.Terminate();
            if (number >= _messages - AfterTheEnd) await _system.WhenTerminated;
            var worker = _workers[random.Next(Workers)];
            switch (random.Next(10_000))
            {
                case 0: worker.Tell(new Stopping(number)); break;
                case < 100: worker.Tell(new Failing(number)); break;
                case < 200: worker.Tell(new Awaiting(number)); break;
                case < 300: _ = worker.Ask<int>(new Asked(number), Wait); break;
                case < 1_300: worker.Tell(new Stashed(number)); break;
                case < 2_300: worker.Tell(new Forwarded(number, _workers[random.Next(Workers)])); break;
                default: worker.Tell(new Plain(number)); break;
            }
        }
    }

    internal sealed record Plain(int Number) : INumbered;

    internal sealed record Asked(int Number) : INumbered;

    internal sealed record Awaiting(int Number) : INumbered;

    internal sealed record Failing(int Number) : INumbered;

    internal sealed record Stopping(int Number) : INumbered;

    internal sealed record Stashed(int Number) : INumbered;

    internal sealed record Forwarded(int Number, IActorRef To) : INumbered;
}
