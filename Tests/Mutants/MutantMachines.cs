using Akka.Actor;
using Sim.Actors;
using Sim.Actors.Engines;
using Sim.Hardware.Engines;
using Sim.Hardware.Loss;
using Sim.Hardware.Resets;
using Sim.Hardware.Sessions;
using Sim.Tests.Mutants.Engines;

namespace Sim.Tests.Mutants;

/// <summary>The machines of a policy, with something around them; for a single thread.</summary>
/// <param name="policy">Name of the policy.</param>
internal sealed class MutantMachines(string policy) : IDeviceMachines
{
    private readonly Dictionary<int, OpenQueue> _queues = [];

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

    public IEngineMachine Engine(int engine) => AroundEngine(KeySwitchPolicies.CreateEngine(policy), QueueOf(engine));

    public IEngineQueue Queue(int engine, int hardwareDepth) => QueueOf(engine);

    public Directive AfterFailure(Exception failure) => OnFailure;

    public IProtectionMachine Protection() => AroundProtection(new ProtectionMachine());

    public IResetBudget Resets(ResetLimits limits) => AroundResets(new ResetBudget(limits));

    public IKeySlotTable KeySlots(int slots) => AroundSlots(new KeySlotTable(slots), slots);

    private OpenQueue QueueOf(int engine)
    {
        if (!_queues.TryGetValue(engine, out var queue))
            _queues.Add(engine, queue = MakeQueue());
        return queue;
    }
}
