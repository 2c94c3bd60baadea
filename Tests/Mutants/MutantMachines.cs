using Akka.Actor;
using Sim.Actors;
using Sim.Actors.Engines;
using Sim.Hardware.Engines;
using Sim.Hardware.Fences;
using Sim.Hardware.Loss;
using Sim.Hardware.Resets;
using Sim.Hardware.Sessions;
using Sim.Tests.Mutants.Engines;
using Sim.Tests.Mutants.Fences;

namespace Sim.Tests.Mutants;

/// <summary>The machines of a policy, with something around them; for a single thread.</summary>
/// <param name="policy">Name of the policy.</param>
internal sealed class MutantMachines(string policy) : IDeviceMachines
{
    private readonly Dictionary<int, OpenQueue> _queues = [];
    private readonly Dictionary<int, ResettableCounter> _counters = [];

    public string Policy => policy;

    /// <summary>The bounds that a session keeps; the default keeps those that it was opened with.</summary>
    public Func<SessionLimits, SessionLimits> Limits { get; init; } = limits => limits;

    /// <summary>Around the policy of each session.</summary>
    public Func<IKeySwitchPolicy, IKeySwitchPolicy> AroundPolicy { get; init; } = right => right;

    /// <summary>Around each session, with its number.</summary>
    public Func<ISessionMachine, int, ISessionMachine> AroundSession { get; init; } = (right, _) => right;

    /// <summary>Around each engine, with its queue.</summary>
    public Func<IEngineMachine, OpenQueue, IEngineMachine> AroundEngine { get; init; } = (right, _) => right;

    /// <summary>Makes each engine's queue.</summary>
    public Func<OpenQueue> MakeQueue { get; init; } = () => new OpenQueue();

    /// <summary>Makes what counts the endings on each engine, and hears of its resets; null: the right one does.</summary>
    public Func<ResettableCounter>? MakeCounter { get; init; }

    /// <summary>Around those who wait for each engine.</summary>
    public Func<IFenceTimeline<IActorRef>, IFenceTimeline<IActorRef>> AroundFence { get; init; } = right => right;

    /// <summary>Around the slot table.</summary>
    public Func<IKeySlotTable, int, IKeySlotTable> AroundSlots { get; init; } = (right, _) => right;

    /// <summary>Around the rules of content protection.</summary>
    public Func<IProtectionMachine, IProtectionMachine> AroundProtection { get; init; } = right => right;

    /// <summary>Around the count of resets.</summary>
    public Func<IResetBudget, IResetBudget> AroundResets { get; init; } = right => right;

    /// <summary>What becomes of an engine that failed.</summary>
    public Directive OnFailure { get; init; } = Directive.Restart;

    public ISessionMachine Session(int session, SessionLimits limits, int engines)
    {
        limits = Limits(limits);
        var right = AroundPolicy(KeySwitchPolicies.Create(policy, limits, engines));
        return AroundSession(new SessionMachine(session, limits, right, engines), session);
    }

    public IEngineMachine Engine(int engine)
    {
        var machine = AroundEngine(KeySwitchPolicies.CreateEngine(policy), QueueOf(engine));
        return MakeCounter is null ? machine : new TellsResets(machine, CounterOf(engine));
    }

    public IProgressCounter Progress(int engine) => MakeCounter is null ? new ProgressCounter() : CounterOf(engine);

    public IFenceTimeline<IActorRef> Fence(int engine, int waitsMax) => AroundFence(new FenceTimeline<IActorRef>(waitsMax));

    public IEngineQueue Queue(int engine, int hardwareDepth) => QueueOf(engine);

    public Directive AfterFailure(Exception failure) => OnFailure;

    public IProtectionMachine Protection() => AroundProtection(new ProtectionMachine());

    public IResetBudget Resets(ResetLimits limits) => AroundResets(new ResetBudget(limits));

    public IKeySlotTable KeySlots(int slots) => AroundSlots(new KeySlotTable(slots), slots);

    private ResettableCounter CounterOf(int engine)
    {
        if (!_counters.TryGetValue(engine, out var counter))
            _counters.Add(engine, counter = MakeCounter!());
        return counter;
    }

    private OpenQueue QueueOf(int engine)
    {
        if (!_queues.TryGetValue(engine, out var queue))
            _queues.Add(engine, queue = MakeQueue());
        return queue;
    }
}
