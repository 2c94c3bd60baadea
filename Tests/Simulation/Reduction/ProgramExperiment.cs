using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;
using Akka.Routing;
using Sim.Control;
using Sim.Simulation.Experiments;

namespace Sim.Tests.Simulation.Reduction;

/// <summary>Runs a program. The outcome is what each actor has seen, in its order.</summary>
internal sealed class ProgramExperiment(ActorProgram program) : IComparable
{
    private readonly SortedDictionary<string, List<string>> _seen = new(StringComparer.Ordinal);
    private int _started;
    private bool _isBegun;

    public Config Config { get; } = ConfigurationFactory.ParseString(
        $"akka.actor.ask-timeout = 1s, by-kind.mailbox-type = \"{typeof(ByKind).AssemblyQualifiedName}\"");

    public bool IsSetUp
    {
        get
        {
            if (_started == Peers.Length && !_isBegun)
            {
                _isBegun = true;
                foreach (var (to, kind) in program.Start)
                    Peers[to % Peers.Length].Tell(new Note(kind, program.Life));
            }

            return _isBegun;
        }
    }

    public bool IsDone { get; private set; }

    public Failure? Failure => null;

    public string Outcome => string.Join('\n', _seen.Select(actor => $"{actor.Key}: {string.Join(' ', actor.Value)}"));

    public ActorProgram Program => program;

    /// <summary>Gives to the actors in turn.</summary>
    public IActorRef Router { get; private set; } = ActorRefs.Nobody;

    public IActorRef[] Peers { get; } = new IActorRef[program.Actors.Length];

    public void Begin(ActorSystem system, ulong seed)
    {
        (IsDone, _isBegun, _started) = (false, false, 0);
        _seen.Clear();
        for (var i = 0; i < Peers.Length; i++)
        {
            var props = PlayerProducer.Of(this, i, program.Life);
            Peers[i] = system.ActorOf(program.Sorts && i == 0 ? props.WithMailbox("by-kind") : props, $"p{i}");
        }

        if (program.HasRouter)
            Router = system.ActorOf(Props.Empty.WithRouter(new RoundRobinGroup(Peers.Select(peer => peer.Path.ToStringWithoutAddress()))), "router");
        if (program.HearsDeadLetters)
            system.EventStream.Subscribe(system.ActorOf(Props.CreateBy(new EarProducer(this)), "ear"), typeof(DeadLetter));
    }

    public Failure? End(IControlledWorld world) => null;

    public string Describe(object message) => message.ToString()!;

    public void Finish() => IsDone = true;

    public void Started() => _started++;

    public void See(IActorRef who, string what)
    {
        var path = who.Path.ToStringWithoutAddress();
        if (!_seen.TryGetValue(path, out var all))
            _seen.Add(path, all = []);
        all.Add(what);
    }
}

/// <summary>A mailbox with an order of its own.</summary>
internal sealed class ByKind(Settings settings, Config config) : UnboundedStablePriorityMailbox(settings, config)
{
    protected override int PriorityGenerator(object message) => message is Note note ? note.Kind : 9;
}

/// <summary>A message.</summary>
internal sealed record Note(int Kind, int Life);

internal sealed class PlayerProducer(ProgramExperiment experiment, int script, int life) : IIndirectActorProducer
{
    public Type ActorType => typeof(Player);

    public static Props Of(ProgramExperiment experiment, int script, int life) =>
        Props.CreateBy(new PlayerProducer(experiment, script, life));

    public ActorBase Produce() => new Player(experiment, script, life);

    public void Release(ActorBase actor)
    {
    }
}

internal sealed class EarProducer(ProgramExperiment experiment) : IIndirectActorProducer
{
    public Type ActorType => typeof(Ear);

    public ActorBase Produce() => new Ear(experiment);

    public void Release(ActorBase actor)
    {
    }

    /// <summary>Hears dead letters.</summary>
    private sealed class Ear(ProgramExperiment experiment) : UntypedActor
    {
        protected override void OnReceive(object message) => experiment.See(Self, $"{((DeadLetter)message).Message}");
    }
}

/// <summary>Plays a script.</summary>
internal sealed class Player : ReceiveActor, IWithTimers, IWithStash
{
    private const int ChildrenMax = 2;

    private readonly ProgramExperiment _experiment;
    private readonly Script _script;
    private readonly int _life;
    private readonly List<IActorRef> _children = [];
    private ICancelable? _scheduled;
    private int _behaviour;

    public Player(ProgramExperiment experiment, int script, int life)
    {
        _experiment = experiment;
        _script = experiment.Program.Actors[script];
        _life = life;
        ReceiveAsync<Note>(Play);
        Receive<Terminated>(end => See($"end of {end.ActorRef.Path.Name}"));
        ReceiveAny(message => See(message.GetType().Name));
    }

    public ITimerScheduler Timers { get; set; } = null!;

    public IStash Stash { get; set; } = null!;

    protected override void PreStart() => _experiment.Started();

    protected override void PostStop() => See("stop");

    protected override void PostRestart(Exception reason)
    {
        See("restart");
        base.PostRestart(reason);
    }

    private void See(string what) => _experiment.See(Self, what);

    private async Task Play(Note note)
    {
        See($"{note.Kind}/{note.Life}<{(Sender.Path.Elements.FirstOrDefault() == "temp" ? "request" : Sender.Path.Name)}");
        if (note.Life == 0)
            return;
        var kinds = _script.Lines[_behaviour % _script.Lines.Length];
        if (note.Kind >= kinds.Length)
            return;
        foreach (var line in kinds[note.Kind])
        {
            if (line.Act == Act.Await)
                See($"answer {await Peer(line.A).Ask<object>(Next(line.B))}");
            else
                Do(line, Next(line.B));
        }

        Note Next(int kind) => new(kind, note.Life - 1);
    }

    private void Do(Line line, Note note)
    {
        switch (line.Act)
        {
            case Act.Tell: Peer(line.A).Tell(note); break;
            case Act.TellChild: Child?.Tell(note); break;
            case Act.Reply: Sender.Tell(note); break;
            case Act.Start: Timers.StartSingleTimer(line.A, note, TimeSpan.FromMilliseconds(1 + line.A)); break;
            case Act.Cancel: Timers.Cancel(line.A); break;
            case Act.Schedule:
                _scheduled = Context.System.Scheduler.ScheduleTellOnceCancelable(TimeSpan.FromMilliseconds(2), Peer(line.A), note, Self);
                break;
            case Act.Unschedule: _scheduled?.Cancel(); break;
            case Act.Spawn when _children.Count < ChildrenMax && _life > 0:
                _children.Add(Context.ActorOf(PlayerProducer.Of(_experiment, line.A % _experiment.Peers.Length, _life - 1)));
                break;
            case Act.StopChild when Child is { } child: Context.Stop(child); break;
            case Act.Stop: Context.Stop(Self); break;
            case Act.Poison: Peer(line.A).Tell(PoisonPill.Instance); break;
            case Act.Watch: Context.Watch(Peer(line.A)); break;
            case Act.WatchChild when Child is { } child: Context.Watch(child); break;
            case Act.Stash: Put(); break;
            case Act.Unstash: Stash.UnstashAll(); break;
            case Act.Become: _behaviour = line.A; break;
            case Act.Throw: throw new InvalidOperationException("as the script says");
            case Act.Ask: Peer(line.A).Ask<object>(note).PipeTo(Self); break;
            case Act.Select: Context.ActorSelection($"/user/p{line.A % _experiment.Peers.Length}").Tell(note); break;
            case Act.Route: _experiment.Router.Tell(note); break;
            case Act.Finish: _experiment.Finish(); break;
        }
    }

    private IActorRef? Child => _children.Count > 0 ? _children[^1] : null;

    // Whatever is put aside once is handled in full when it comes again, so that a run has an end.
    private void Put()
    {
        if (_stashed++ == 0)
            Stash.Stash();
    }

    private int _stashed;

    private IActorRef Peer(int index) => _experiment.Peers[index % _experiment.Peers.Length];
}
