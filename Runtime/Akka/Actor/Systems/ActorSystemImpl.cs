using System.Text;
using System.Text.RegularExpressions;
using Akka.Configuration;
using Akka.Control;
using Akka.Dispatch;
using Akka.Dispatch.MessageQueues;
using Akka.Event;
using Sim.Control;

namespace Akka.Actor;

/// <summary>The system. It starts nothing that nobody asked for: no thread, no timer, no actor but the guardians.</summary>
public sealed partial class ActorSystemImpl : ExtendedActorSystem, IDispatcherPrerequisites, IControllable
{
    /// <summary>The incarnations of the two guardians, which come before all others.</summary>
    internal const long UserUid = 1;
    internal const long SystemUid = 2;

    private static readonly ActorProducerPipelineResolver NoPipeline = new();

    // Systems of one name share their root: a simulation makes thousands of them.
    private static RootActorPath? _latestRoot;

    private readonly RootGuardian _root;
    private readonly DeadLetterActorRef _deadLetters;
    private Lock? _lock;
    private TaskCompletionSource? _terminated;
    private Stack<Action>? _onTermination;
    private IActorRefProvider? _provider;
    private IScheduler? _scheduler;
    private IgnoreActorRef? _ignore;
    private ILoggingAdapter? _log;
    private TemporaryRefs? _temporaryRefs;
    private Serialization.Serialization? _serialization;
    private ActorCell? _systemCell;
    private long _lastUid = SystemUid;
    private bool _hasEnded;

    internal ActorSystemImpl(string name, Config config, Setup.ActorSystemSetup setup)
    {
        RootPath = RootOf(name);
        Name = name;
        Setup = setup;
        if (setup.Control is { } request) World = new ControlledWorld(this, request.Start);
        Settings = new Settings(this, config);
        EventStream = new EventStream(Settings.DebugEventStream) { LogLevel = Settings.Level, World = World };
        Mailboxes = new Mailboxes(this);
        Dispatchers = new Dispatchers(this, this, null);
        _deadLetters = new DeadLetterActorRef(this);
        _root = new RootGuardian(this);
        UserCell = MakeGuardian("user", MakeGuardianStrategy(), UserUid);

        // A world is made for each schedule, and mostly nothing is there below /system; one thread has it to itself.
        if (World is null) _systemCell = MakeSystemCell();
    }

    /// <inheritdoc/>
    public override Settings Settings { get; }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override EventStream EventStream { get; }

    /// <inheritdoc/>
    public override IActorRef DeadLetters => _deadLetters;

    /// <inheritdoc/>
    public override IActorRef IgnoreRef => _ignore ??= new IgnoreActorRef(this);

    /// <inheritdoc/>
    public override Dispatchers Dispatchers { get; }

    /// <inheritdoc/>
    public override Mailboxes Mailboxes { get; }

    /// <inheritdoc/>
    public override IScheduler Scheduler => _scheduler ?? StartScheduler();

    /// <inheritdoc/>
    public override ILoggingAdapter Log => _log ??= Logging.GetLogger(this, this);

    /// <inheritdoc/>
    public override Serialization.Serialization Serialization => _serialization ?? MakeSerialization();

    /// <inheritdoc/>
    public override Task WhenTerminated => Terminated.Task;

    /// <inheritdoc/>
    public override IActorRefProvider Provider => _provider ??= new LocalActorRefProvider(this);

    /// <inheritdoc/>
    public override IInternalActorRef Guardian => UserCell;

    /// <inheritdoc/>
    public override IInternalActorRef LookupRoot => _root;

    /// <inheritdoc/>
    public override IInternalActorRef SystemGuardian => SystemCell;

    /// <inheritdoc/>
    public override ActorProducerPipelineResolver ActorPipelineResolver => NoPipeline;

    /// <inheritdoc/>
    IControlledWorld? IControllable.World => World;

    /// <summary>The world of a controlled system, or null.</summary>
    internal ControlledWorld? World { get; }

    /// <summary>How tasks of the runtime's own are made: in a controlled system what waits for them goes on in the same step.</summary>
    internal TaskCreationOptions CompletionOptions =>
        World is null ? TaskCreationOptions.RunContinuationsAsynchronously : TaskCreationOptions.None;

    // Made when it is needed: most simulated systems never are locked.
    private Lock Guard => _lock ?? Interlocked.CompareExchange(ref _lock, new(), null) ?? _lock;

    private TaskCompletionSource Terminated =>
        _terminated ?? Interlocked.CompareExchange(ref _terminated, new(CompletionOptions), null) ?? _terminated;

    internal Setup.ActorSystemSetup Setup { get; }

    internal TemporaryRefs TemporaryRefs =>
        _temporaryRefs ?? Interlocked.CompareExchange(ref _temporaryRefs, new TemporaryRefs(), null) ?? _temporaryRefs;

    internal ActorPath RootPath { get; }

    internal ActorCell UserCell { get; }

    internal ActorCell SystemCell => _systemCell ??= MakeSystemCell();

    internal bool HasEnded => Volatile.Read(ref _hasEnded);

    internal IMessageQueue DeadLetterQueue => _deadLetters;

    /// <inheritdoc/>
    public override IActorRef ActorOf(Props props, string? name = null) => UserCell.ActorOf(props, name);

    /// <inheritdoc/>
    public override IActorRef SystemActorOf(Props props, string? name = null) => SystemCell.ActorOf(props, name);

    /// <inheritdoc/>
    public override IActorRef SystemActorOf<TActor>(string? name = null) => SystemActorOf(Props.Create<TActor>(), name);

    /// <inheritdoc/>
    public override ActorSelection ActorSelection(ActorPath actorPath) =>
        new(_root, actorPath.Address.Equals(RootPath.Address) ? actorPath.Elements : ["?"]);

    /// <inheritdoc/>
    public override ActorSelection ActorSelection(string actorPath)
    {
        if (ActorPath.TryParse(actorPath, out var absolute)) return ActorSelection(absolute!);
        return new ActorSelection(actorPath.StartsWith('/') ? _root : UserCell, actorPath);
    }

    /// <inheritdoc/>
    public override void Stop(IActorRef actor)
    {
        // A stop by the parent is noted there; the guardians' children are stopped here.
        if (actor is ActorCell { Parent: ActorCell parent } cell && (parent == UserCell || parent == _systemCell))
        {
            parent.Stop(cell);
        }
        else
        {
            ((IInternalActorRef)actor).Stop();
        }
    }

    /// <inheritdoc/>
    public override string PrintTree()
    {
        var text = new StringBuilder("/\n");
        Print(UserCell, 1, text);
        Print(SystemCell, 1, text);
        return text.ToString();
    }

    /// <inheritdoc/>
    public override string ToString() => RootPath.Address.ToString();

    internal long NextUid() => World is null ? Interlocked.Increment(ref _lastUid) : ++_lastUid;

    private static void Print(ActorCell cell, int depth, StringBuilder text)
    {
        text.Append(' ', depth * 2).Append(cell.Name).Append(' ').Append(cell.Actor?.GetType().Name)
            .Append(' ').Append(cell.Mailbox.MessageQueue.Count).Append(" messages\n");
        foreach (var child in cell.ChildCells()) Print(child, depth + 1, text);
    }

    private static RootActorPath RootOf(string name)
    {
        if (_latestRoot is { } latest && latest.Address.System == name) return latest;
        if (!ValidName().IsMatch(name))
        {
            throw new ArgumentException(
                $"Invalid ActorSystem name [{name}], must contain only word characters (i.e. [a-zA-Z0-9] plus "
                + "non-leading '-' or '_')", nameof(name));
        }

        return _latestRoot = new RootActorPath(new Address("akka", name));
    }

    [GeneratedRegex("^[a-zA-Z0-9][a-zA-Z0-9-_]*$")]
    private static partial Regex ValidName();

    private ActorCell MakeSystemCell() => MakeGuardian("system", SupervisorStrategy.DefaultStrategy, SystemUid);

    private ActorCell MakeGuardian(string name, SupervisorStrategy strategy, long uid)
    {
        var guardian = new ActorCell(this, _root, GuardianProducer.PropsFor(strategy), name, 0, uid);
        guardian.StartInPlace();
        return guardian;
    }

    private SupervisorStrategy MakeGuardianStrategy()
    {
        const string builtIn = "Akka.Actor.DefaultSupervisorStrategy";
        if (Settings.GuardianStrategy == builtIn) return SupervisorStrategy.DefaultStrategy;
        var type = Type.GetType(Settings.GuardianStrategy, throwOnError: false);
        return type is not null && Activator.CreateInstance(type) is SupervisorStrategyConfigurator configurator
            ? configurator.Create()
            : throw new ConfigurationException(
                $"akka.actor.guardian-supervisor-strategy: [{Settings.GuardianStrategy}] is no supervisor strategy configurator");
    }

    private Serialization.Serialization MakeSerialization()
    {
        lock (Guard) return _serialization ??= new Serialization.Serialization(this);
    }

    private IScheduler StartScheduler()
    {
        if (World is not null) return _scheduler = StartControlledScheduler(World);
        lock (Guard)
        {
            if (_scheduler is not null) return _scheduler;
            var name = Settings.SchedulerClass;
            if (name == SettingsValues.BuiltInScheduler)
            {
                _scheduler = new TimerThreadScheduler(Settings.Config, Log);
                if (_hasEnded) ((IDisposable)_scheduler).Dispose();
                return _scheduler;
            }

            var type = Type.GetType(name, throwOnError: false)
                ?? throw new ConfigurationException($"akka.scheduler.implementation: there is no class [{name}]");
            return _scheduler = (IScheduler)Activator.CreateInstance(type, Settings.Config, Log)!;
        }
    }

    private ControlledScheduler StartControlledScheduler(ControlledWorld world)
    {
        if (_hasEnded) world.EndTime();

        // What goes wrong in it, the world logs.
        return new ControlledScheduler(world, Settings.Config, log: null!);
    }
}
