using Sim.Hardware.Faults;
using Sim.Hardware.Sessions;

namespace Sim.Tests.Mutants.World;

/// <summary>What happens on a small device: one client per script, each with a session of its own.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Scripts">
/// What each client does, a letter a step: j job with a content key, k job with the session key, r the same with the IV of
/// the last k, w the same with a block count that wraps, x job whose content key is wrapped for the epoch before, d and e a transfer in two parts with
/// a content key and with the session key, f wait for the fence of an engine, S Start, F Finish, N negotiate a new key, L lose the key, C close; and of the platform: T tear the device's protection down, D the same with its content, U suspend it, P resume it; V shows what a job wrote.
/// </param>
internal sealed record Workload(string Name, params string[] Scripts)
{
    /// <summary>Number of engines.</summary>
    public const int Engines = 2;

    /// <summary>Most jobs that a client has open: more than a session takes.</summary>
    public const int Window = 6;

    private const string Flood = "jjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjj";

    /// <summary>One refresh in the midst of a few jobs.</summary>
    public static Workload Refresh { get; } = new("refresh", "jjSjFj", "jSjFjj");

    /// <summary>Start and Finish called twice, and a negotiation between them.</summary>
    public static Workload Misuse { get; } = new("misuse", "jSSjFFj", "jSNFjj");

    /// <summary>Refreshes faster than jobs end, and more of both than a session takes.</summary>
    public static Workload Storm { get; } = new("storm", "jjjSFjjjSFSFj", "jSFjSjFSFjjj");

    /// <summary>Jobs with the session key, whose IVs have rules.</summary>
    public static Workload SessionKey { get; } = new("session key", "kSrFkw", "kkSFkr");

    /// <summary>Content keys that are wrapped under the old session key, beside jobs with the session key itself.</summary>
    public static Workload StaleWrap { get; } = new("stale wrap", "xjSjFxj", "kSFxkx");

    /// <summary>Engines that hang and crash.</summary>
    public static Workload Faults { get; } = new("faults", "jjjSjFjj", "jjSjFjjj")
    {
        Rules = [Strike(0, EngineFaultKind.Hang, job: 3), Strike(1, EngineFaultKind.Crash, job: 2)],
    };

    /// <summary>An engine that stops for good.</summary>
    public static Workload LostEngine { get; } = new("lost engine", "jjjSjFjj", "jjSjFjj")
    {
        MaxRestarts = 0,
        Rules = [Strike(0, EngineFaultKind.Crash, job: 2)],
    };

    /// <summary>Sessions that are closed in the middle of everything, with one slot for all.</summary>
    public static Workload Close { get; } = new("close", "jSjFjSjCF", "jjSFjC", "jSjFj") { KeySlots = 1 };

    /// <summary>Sessions that lose their key in the middle of everything, with one slot for all.</summary>
    public static Workload LoseKey { get; } = new("lose key", "jSjFjSjLFj", "jjSFjL", "jSjFj") { KeySlots = 1 };

    /// <summary>Teardowns, one of them during another, and keys in flight.</summary>
    public static Workload Teardown { get; } = new("teardown", "jjSTFjj", "jSjFTjj");

    /// <summary>A device that sleeps and wakes up.</summary>
    public static Workload Suspend { get; } = new("suspend", "jjSUPFj", "jSjFjj");

    /// <summary>A device that is torn down while it sleeps.</summary>
    public static Workload Asleep { get; } = new("asleep", "jjUTPj", "jSjFj");

    /// <summary>Content that is lost while it is shown.</summary>
    public static Workload LostContent { get; } = new("lost content", "jjVDVV", "jVSFj");

    /// <summary>An engine that only a reset of the adapter helps, beside one that is not to blame.</summary>
    public static Workload Wedge { get; } = new("wedge", "jjjSjFjj", "jjSjFjjj") { Rules = [Strike(0, EngineFaultKind.Wedge, job: 2)] };

    /// <summary>More hangs than a device survives.</summary>
    public static Workload Hangs { get; } = new("hangs", "jjjSjFjj", "jjSjFjjj")
    {
        Resets = 1,
        Rules = [Strike(0, EngineFaultKind.Hang, job: 1), Strike(1, EngineFaultKind.Hang, job: 2)],
    };

    /// <summary>More sessions than slots.</summary>
    public static Workload FewSlots { get; } = new("few slots", "jSjFj", "jjSFj", "jjSjFj") { KeySlots = 2 };

    /// <summary>Urgent sessions that keep both engines full, and one that refreshes behind them.</summary>
    public static Workload Starvation { get; } = new("starvation", "jSjFjj", Flood, Flood, Flood) { Urgent = 3 };

    /// <summary>Transfers in parts, more of them than a session takes, on engines that hang and crash.</summary>
    public static Workload Transfers { get; } = new("transfers", "ddSdFdj", "eSjeFde")
    {
        Rules = [Strike(0, EngineFaultKind.Hang, job: 3), Strike(1, EngineFaultKind.Crash, job: 4)],
    };

    /// <summary>Transfers in parts, and an engine that stops for good.</summary>
    public static Workload LostParts { get; } = new("lost parts", "dSdFd", "ejSFe")
    {
        MaxRestarts = 0,
        Rules = [Strike(0, EngineFaultKind.Crash, job: 2)],
    };

    /// <summary>Waits for the fences of engines that hang and crash.</summary>
    public static Workload Fences { get; } = new("fences", "ffjjfSjffFfjff", "fjjfjSfFjffj")
    {
        Rules = [Strike(0, EngineFaultKind.Hang, job: 3), Strike(1, EngineFaultKind.Crash, job: 3)],
    };

    /// <summary>Waits for the fences of engines, one of which stops for good.</summary>
    public static Workload LostFence { get; } = new("lost fence", "fjfjfSjfFfjfff", "jjSfFjfff")
    {
        MaxRestarts = 0,
        Rules = [Strike(0, EngineFaultKind.Crash, job: 3)],
    };

    /// <summary>Bounds of each session.</summary>
    public static SessionLimits Limits { get; } = new(Jobs: 4, PendingRefreshes: 2);

    /// <summary>All of them, in a fixed order.</summary>
    public static IReadOnlyList<Workload> All { get; } =
        [Refresh, Misuse, Storm, SessionKey, StaleWrap, Faults, LostEngine, Close, LoseKey, Teardown, Suspend, Asleep, LostContent, Wedge, Hangs, FewSlots, Starvation, Transfers, LostParts, Fences, LostFence];

    /// <summary>Number of key slots.</summary>
    public int KeySlots { get; init; } = 8;

    /// <summary>How many clients, the last ones, have sessions that go before the others'.</summary>
    public int Urgent { get; init; }

    /// <summary>Restarts of an engine before it stops for good.</summary>
    public int MaxRestarts { get; init; } = 100;

    /// <summary>Resets by watchdogs that the device survives; null: any number.</summary>
    public int? Resets { get; init; }

    /// <summary>What goes wrong at the engines.</summary>
    public IReadOnlyList<EngineFaultRule> Rules { get; init; } = [];

    /// <summary>What a client's session asks for; null: what the device gives.</summary>
    public SessionLimits? LimitsOf(int client) =>
        client < Scripts.Length - Urgent ? null : Limits with { Priority = SessionPriority.Realtime };

    public override string ToString() => Name;

    private static EngineFaultRule Strike(int engine, EngineFaultKind kind, long job) =>
        new(engine, new EngineFault(kind, TimeSpan.MaxValue), Job: job);
}
