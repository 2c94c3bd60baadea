using Akka.Actor;

namespace Sim.Benchmarks.Runtime;

/// <summary>Asks an actor that answers at once, and awaits the answer. An operation is a question.</summary>
/// <param name="inFlight">How many ask at the same time; each asks again when it has its answer.</param>
internal sealed class Asking(int inFlight) : SystemLoad
{
    public const int BatchSize = 50_000;
    private IActorRef? _echo;

    public override int Batch => BatchSize;

    public override void Run(long operations)
    {
        _echo ??= System.ActorOf(Props.Create(() => new Echo()));
        var each = operations / inFlight;
        Task.WaitAll([.. Enumerable.Range(0, inFlight).Select(_ => Task.Run(() => AskAsync(_echo, each)))]);
    }

    private static async Task AskAsync(IActorRef echo, long times)
    {
        for (; times > 0; times--)
            await echo.Ask<object>(Message, Timeout.InfiniteTimeSpan, CancellationToken.None).ConfigureAwait(false);
    }
}
