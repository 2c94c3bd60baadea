using Akka.Actor;
using Sim.Simulation.Experiments;

namespace Sim.Tests.Simulation.Plugin;

/// <summary>Programs whose actors do at random what actors can do, the same from one seed in every world.</summary>
internal static class RandomPrograms
{
    private const int MessagesMax = 60;

    public static Noted Of(ulong seed) => new((system, notes) =>
    {
        var shared = new Shared(seed, notes);
        for (var i = 0; i < 3; i++) system.ActorOf(Props.Create(() => new Anybody(shared)), $"a{i}");
        return () =>
        {
            for (var i = 0; i < 6; i++) shared.Tell(shared.All[i % shared.All.Count]);
        };
    });

    /// <summary>What a program has in common: who lives, and how much may still be sent.</summary>
    private sealed class Shared(ulong seed, List<string> notes)
    {
        private int _sent;

        public SeededRandom Random = new(seed);

        public List<IActorRef> All { get; } = [];

        public List<string> Notes => notes;

        public IActorRef Anyone => All[Random.Below(All.Count)];

        public void Tell(IActorRef to)
        {
            if (_sent < MessagesMax) to.Tell($"m{_sent++}");
        }
    }

    private sealed class Anybody : ReceiveActor, IWithUnboundedStash, IWithTimers
    {
        private readonly Shared _shared;

        public Anybody(Shared shared)
        {
            _shared = shared;
            shared.All.Add(Self);
            Receive<Terminated>(end => Note($"saw {end.ActorRef.Path.Name} end"));
            Receive<ReceiveTimeout>(_ => Note("timeout"));
            ReceiveAsync<string>(message => message.EndsWith('7'), async message =>
            {
                Note($"begins {message}");
                await Task.Yield();
                Act(message);
                await Task.Yield();
                Note($"ends {message}");
            });
            Receive<string>(Act);
        }

        public IStash Stash { get; set; } = null!;

        public ITimerScheduler Timers { get; set; } = null!;

        protected override void PreStart() => Note("starts");

        protected override void PostStop() => Note("stops");

        private void Act(string message)
        {
            Note(message);
            switch (_shared.Random.Below(14))
            {
                case 0:
                    Stash.Stash();
                    break;
                case 1 or 2:
                    Stash.UnstashAll();
                    break;

                // A stash that a restart gives back is where the worlds differ.
                case 3 when Stash.IsEmpty:
                    throw new InvalidOperationException("broken");
                case 4:
                    Context.ActorOf(Props.Create(() => new Anybody(_shared)));
                    break;
                case 5:
                    Context.Stop(Self);
                    break;
                case 6:
                    Context.Watch(_shared.Anyone);
                    break;
                case 7:
                    Timers.StartSingleTimer("t", "timer", TimeSpan.FromSeconds(1 + _shared.Random.Below(3)));
                    break;
                case 8:
                    Timers.CancelAll();
                    SetReceiveTimeout(_shared.Random.Below(2) == 0 ? null : TimeSpan.FromSeconds(2));
                    break;
                case 9:
                    _shared.Anyone.Tell(PoisonPill.Instance);
                    break;
            }

            for (var i = _shared.Random.Below(3); i >= 0; i--) _shared.Tell(_shared.Random.Below(4) == 0 ? Self : _shared.Anyone);
        }

        private void Note(string text) => _shared.Notes.Add($"{Self.Path.ToStringWithoutAddress()} {text};");
    }
}
