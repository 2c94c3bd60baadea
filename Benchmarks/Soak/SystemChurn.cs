using Akka.Actor;
using Akka.Configuration;

namespace Sim.Benchmarks.Soak;

/// <summary>Systems that are created, used and ended, one after the other.</summary>
internal static class SystemChurn
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(30);
    private static readonly Config Quiet = ConfigurationFactory.ParseString("akka.loglevel = OFF");

    /// <summary>Each system has a parent, a child and a timer, answers a request and ends.</summary>
    /// <returns>How many requests were answered.</returns>
    public static async Task<int> Run(int systems)
    {
        var answered = 0;
        for (var i = 0; i < systems; i++)
        {
            var system = ActorSystem.Create("churn", Quiet);
            var parent = system.ActorOf(Props.Create(() => new Parent()));
            if (await parent.Ask<int>(i, Wait).ConfigureAwait(false) == i) answered++;
            await system.Terminate().WaitAsync(Wait).ConfigureAwait(false);
        }

        return answered;
    }

    private sealed class Parent : ReceiveActor, IWithTimers
    {
        public Parent()
        {
            var child = Context.ActorOf(Props.Create(() => new Child()));
            Context.Watch(child);
            ReceiveAny(message => child.Forward(message));
        }

        public ITimerScheduler Timers { get; set; } = null!;

        protected override void PreStart() => Timers.StartSingleTimer("late", "late", TimeSpan.FromHours(1));
    }

    private sealed class Child : ReceiveActor
    {
        public Child() => ReceiveAny(message => Sender.Tell(message));
    }
}
