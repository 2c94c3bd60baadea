using Akka.Actor;

namespace Sim.Benchmarks.Soak;

/// <summary>Does with a message what its type says, and tells the ledger.</summary>
internal sealed class Worker : ReceiveActor, IWithStash, IWithTimers
{
    private const int StashedMax = 8;

    private int _unstashed;

    public Worker(Ledger ledger)
    {
        Receive<MixedLoad.Plain>(message => ledger.Handle(message.Number));
        Receive<MixedLoad.Forwarded>(message => message.To.Forward(new MixedLoad.Plain(message.Number)));
        Receive<MixedLoad.Asked>(message =>
        {
            ledger.Handle(message.Number);
            Sender.Tell(message.Number);
        });
        ReceiveAsync<MixedLoad.Awaiting>(async message =>
        {
            // What is behind an await does not happen when the actor is stopped meanwhile.
            ledger.Handle(message.Number);
            await Task.Yield();
        });
        Receive<MixedLoad.Failing>(message =>
        {
            ledger.Fail(message.Number);
            throw new InvalidOperationException("broken");
        });
        Receive<MixedLoad.Stopping>(message =>
        {
            ledger.Handle(message.Number);
            Context.Stop(Self);
        });
        Receive<MixedLoad.Stashed>(message => StashOrHandle(message, ledger));
        Receive<Tick>(_ => { });
    }

    public IStash Stash { get; set; } = null!;

    public ITimerScheduler Timers { get; set; } = null!;

    protected override void PreStart() => Timers.StartPeriodicTimer("tick", Tick.Instance, TimeSpan.FromMilliseconds(1));

    private void StashOrHandle(MixedLoad.Stashed message, Ledger ledger)
    {
        if (_unstashed > 0)
        {
            _unstashed--;
            ledger.Handle(message.Number);
            return;
        }

        Stash.Stash();
        if (Stash.Count < StashedMax) return;
        _unstashed = Stash.Count;
        Stash.UnstashAll();
    }

    private sealed class Tick
    {
        public static readonly Tick Instance = new();
    }
}
