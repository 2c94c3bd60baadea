using Akka.Actor;

namespace Sim.Benchmarks.Runtime;

/// <summary>An actor starts timers, each with a key of its own. An operation is a timer.</summary>
/// <param name="fire">Whether they are left to fire, after 1 ms, or are cancelled at once.</param>
internal sealed class Timing(bool fire) : SystemLoad
{
    public const int BatchSize = 20_000;
    private IActorRef? _actor;

    public override int Batch => BatchSize;

    public override void Run(long operations)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(operations, BatchSize);
        Share(operations, _actor ??= System.ActorOf(Props.Create(() => new Clock(fire))));
    }

    private sealed class Clock(bool fire) : UntypedActor, IWithTimers
    {
        private static readonly object[] Keys = [.. Enumerable.Range(0, BatchSize).Cast<object>()];
        private Begin? _run;
        private long _unfired;

        public ITimerScheduler Timers { get; set; } = null!;

        protected override void OnReceive(object message)
        {
            if (message is Begin run) Begin(run);
            else if (--_unfired == 0) _run!.Done.Signal();
        }

        private void Begin(Begin run)
        {
            (_run, _unfired) = (run, run.Count);
            for (var i = 0; i < run.Count; i++)
            {
                Timers.StartSingleTimer(Keys[i], Message, TimeSpan.FromMilliseconds(fire ? 1 : 60_000));
                if (!fire) Timers.Cancel(Keys[i]);
            }

            if (!fire) run.Done.Signal();
        }
    }
}
