using System.Diagnostics.CodeAnalysis;
using Akka.Actor;
using Sim.Control;

namespace Sim.Simulation.Worlds.Dispatched;

/// <summary>
/// A world that is driven through Akka.NET's own extension points: a dispatcher that runs nothing by itself
/// (<see cref="WorldDispatcher"/>), a scheduler whose time the driver moves (<see cref="WorldScheduler"/>), and a task
/// scheduler around each step that takes what goes on behind an await (<see cref="WorldTasks"/>). All of one world is found
/// from its scheduler; worlds share nothing.
/// <para>
/// It keeps the contract with these differences. A reply to an Ask completes the task within the step of whoever replies, so
/// that no inbox is of the kind <see cref="InboxKind.Reference"/>. A mailbox with an order of its own says what it will give
/// only by giving it, and handles an ordinary message within the step of a system message, as the stash does that a restart
/// gives back. <see cref="IInbox.IsAwaiting"/> is true when messages wait that the mailbox holds back, for whatever reason.
/// </para>
/// </summary>
internal sealed partial class DispatchedWorld : IControlledWorld
{
    [ThreadStatic]
    private static DispatchedWorld? _offered;

    private readonly int _thread = Environment.CurrentManagedThreadId;
    private readonly bool _drainsPool;
    private readonly IntrusionLog _intrusions;
    private readonly DateTimeOffset _start;
    private readonly WorldTasks _tasks;
    private readonly Ordered<IInbox> _ready = new(CanonicalOrder.Instance);
    private readonly Ordered<IInbox> _actors = new(CanonicalOrder.Instance);

    // By cell, and by mailbox: the one sends, the other runs. Looked up only, never iterated.
    private readonly Dictionary<object, ActorInbox> _inboxes = new(ReferenceEqualityComparer.Instance);
    private WorldDispatcher? _dispatcher;
    private int _inboxCount;
    private bool _isRunning;
    private volatile bool _isDraining;

    /// <summary>A world without a system yet.</summary>
    /// <param name="start">The time of day at which it begins.</param>
    /// <param name="intrusions">Where it notes what other threads try; later worlds may share it.</param>
    /// <param name="drainsPool">Whether what a step leaves to the thread pool belongs to the step (<see cref="PoolGate"/>).</param>
    public DispatchedWorld(DateTimeOffset start, IntrusionLog intrusions, bool drainsPool)
    {
        _drainsPool = drainsPool;
        _start = start;
        _intrusions = intrusions;
        _tasks = new WorldTasks(this);
    }

    public ReadOnlySpan<IInbox> Ready => _ready.All;

    public ReadOnlySpan<IInbox> Actors => _actors.All;

    public TimeSpan Now { get; private set; }

    public long Steps { get; private set; }

    public bool HasIntrusions => _intrusions.HasAny;

    /// <summary>The step that runs, or 0.</summary>
    public long Cause => _isRunning ? Steps : 0;

    /// <summary>The time of day, in UTC.</summary>
    public DateTimeOffset TimeOfDay => _start + Now;

    /// <summary>True on the thread of the world, and on the pool's while that works for a step.</summary>
    public bool IsHere =>
        Environment.CurrentManagedThreadId == _thread || (_isDraining && Thread.CurrentThread.IsThreadPoolThread && !PoolGate.IsInTimer);

    /// <summary>Holds a world out to the system that is about to be made on this thread; null: takes back.</summary>
    public static void Offer(DispatchedWorld? world) => _offered = world;

    /// <summary>Takes the world that is held out; called by the parts that the configuration names.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static DispatchedWorld Take() => _offered ?? throw new InvalidOperationException(
        $"{nameof(WorldScheduler)} is for systems that {nameof(SimulatedSystems)} makes, and this is none.");

    /// <summary>The one dispatcher, for all sections.</summary>
    public WorldDispatcher DispatcherOf(WorldConfigurator configurator) => _dispatcher ??= new WorldDispatcher(configurator, this);

    public bool TryTakeIntrusion([NotNullWhen(true)] out Intrusion? intrusion) => _intrusions.TryTake(out intrusion);

    public void Step(IInbox inbox)
    {
        var at = (DispatchedInbox)inbox;
        if (!at.IsReady || !ReferenceEquals(at.World, this))
            throw new InvalidOperationException($"The inbox of {at.Path} is not ready.");
        try
        {
            Perform(at);
        }
        finally
        {
            at.LastStep = Steps;
            Refresh(at);
        }
    }

    public void AdvanceTo(TimeSpan time)
    {
        if (time > Now)
            Now = time;
    }

    /// <summary>Notes what another thread tried.</summary>
    /// <param name="action">What it tried.</param>
    /// <param name="target">Where: a cell, or what else describes it.</param>
    /// <param name="message">What it brought along, or null.</param>
    public void Intrude(string action, object target, object? message)
    {
        var place = target is ActorCell cell ? cell.Self.Path.ToStringWithoutAddress() : target.ToString()!;
        _intrusions.Add(new Intrusion(action, place, message, Environment.StackTrace));
    }

    /// <summary>The inbox of an actor, made when it is first asked for.</summary>
    public ActorInbox InboxOf(ActorCell cell)
    {
        if (_inboxes.TryGetValue(cell, out var known))
            return known;
        var inbox = new ActorInbox(this, _dispatcher!, cell, _inboxCount++);
        _inboxes.Add(cell, inbox);
        _inboxes.Add(cell.Mailbox, inbox);
        return inbox;
    }

    /// <summary>The inbox to which a mailbox belongs, or null.</summary>
    public ActorInbox? InboxOfMailbox(object mailbox) => _inboxes.GetValueOrDefault(mailbox);

    /// <summary>Runs work in a step of its own.</summary>
    /// <param name="work">A task of <see cref="WorldTasks"/>, or an <c>IRunnable</c>.</param>
    public void Continue(object work)
    {
        var inbox = new TaskInbox(this, _inboxCount++, work, Cause);
        Refresh(inbox);
    }

    /// <summary>Puts an inbox among those that are ready, or takes it out.</summary>
    public void Refresh(DispatchedInbox inbox)
    {
        if (inbox.IsReady == inbox.CanStep)
            return;
        inbox.IsReady = inbox.CanStep;
        if (inbox.IsReady)
            _ready.Add(inbox);
        else
            _ready.Remove(inbox);
    }

    /// <summary>An actor has been sent something for the first time.</summary>
    public void Enter(ActorInbox inbox) => _actors.Add(inbox);

    /// <summary>An actor has ended.</summary>
    public void Forget(ActorInbox inbox)
    {
        if (inbox.IsEntered)
            _actors.Remove(inbox);
        Refresh(inbox);
    }

    private void Perform(IStep step)
    {
        if (_isRunning)
            throw new InvalidOperationException("A step is running.");
        if (Environment.CurrentManagedThreadId != _thread)
            throw new InvalidOperationException("A controlled world belongs to the thread that created it.");
        _isRunning = true;
        Steps++;

        // A context of the driver's own (a test framework's) would take the continuations away.
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        if (_drainsPool)
            PoolGate.Close();
        try
        {
            _tasks.Perform(step);
        }
        finally
        {
            if (_drainsPool)
                Drain();
            SynchronizationContext.SetSynchronizationContext(context);
            _isRunning = false;
        }
    }

    private void Drain()
    {
        _isDraining = true;
        PoolGate.Open();
        _isDraining = false;
    }
}
