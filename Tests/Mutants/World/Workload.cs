using Sim.Hardware.Faults;
using Sim.Hardware.Sessions;

namespace Sim.Tests.Mutants.World;

/// <summary>What happens on a small device: one client per script, each with a session of its own.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Scripts">
/// What each client does, a letter a step: j job with a content key, k job with the session key, r the same with the IV of
/// the last k, w the same with a block count that wraps, S Start, F Finish, N negotiate a new key, L lose the key, C close.
/// </param>
internal sealed record Workload(string Name, params string[] Scripts)
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    /// <summary>Jobs of both kinds and refreshes of every kind, misuse included; engines are right, slots are plenty.</summary>
    public static Workload Plain { get; } = new("plain", "jjSjFFjkSrjSFjwjjSFSFSFjj", "jSSjjFjjNjSjNFFjSjFj");

    /// <summary>Engines that are slow, hang and crash.</summary>
    public static Workload Faults { get; } = new("faults", "jjjSjFFjjjSjFjSjFjj", "jjSjjFjjSjFjjSFSFjj")
    {
        Rules = [Hang(0, TimeSpan.MaxValue, job: 3), Crash(1, job: 3), Hang(1, Moment, job: 6), Slow(0), Slow(1)],
    };

    /// <summary>An engine that stops for good.</summary>
    public static Workload LostEngine { get; } = new("lost engine", "jjjjSjFjjjSjFjj", "jjjSjFjjSFjj")
    {
        MaxRestarts = 0,
        Rules = [Crash(0, job: 2), Slow(0), Slow(1)],
    };

    /// <summary>Sessions that are closed in the middle of everything, with few slots.</summary>
    public static Workload Close { get; } = new("close", "jSjFjjSFjjCFj", "jjSFjjSjFjjC", "jSjFjjjSjFjjj")
    {
        KeySlots = 2,
        Rules = [Slow(0), Slow(1)],
    };

    /// <summary>Sessions that lose their key in the middle of everything, with few slots.</summary>
    public static Workload LoseKey { get; } = new("lose key", "jSjFjjSjLFjjSF", "jjSFjjSFjLjj", "jSjFjjjSjFjjj")
    {
        KeySlots = 2,
        Rules = [Slow(0), Slow(1)],
    };

    /// <summary>More sessions than slots.</summary>
    public static Workload FewSlots { get; } = new("few slots", "jjSjFjjSjFjj", "jjSFjjjSFjj", "jjjSjFjSFjjj")
    {
        KeySlots = 2,
    };

    /// <summary>All of them, in a fixed order.</summary>
    public static IReadOnlyList<Workload> All { get; } = [Plain, Faults, LostEngine, Close, LoseKey, FewSlots];

    /// <summary>Number of engines.</summary>
    public int Engines => 2;

    /// <summary>Number of key slots.</summary>
    public int KeySlots { get; init; } = 8;

    /// <summary>Restarts of an engine before it stops for good.</summary>
    public int MaxRestarts { get; init; } = 100;

    /// <summary>What goes wrong at the engines; of several rules that strike a job the first counts.</summary>
    public IReadOnlyList<EngineFaultRule> Rules { get; init; } = [];

    /// <summary>Bounds of each session: less than what its client tries.</summary>
    public SessionLimits Limits { get; } = new(Jobs: 4, PendingRefreshes: 2);

    /// <summary>Most jobs that a client has open.</summary>
    public int Window => Limits.Jobs + 2;

    public override string ToString() => Name;

    private static EngineFaultRule Crash(int engine, long job) =>
        new(engine, new EngineFault(EngineFaultKind.Crash, TimeSpan.Zero), Job: job);

    private static EngineFaultRule Hang(int engine, TimeSpan time, long job) =>
        new(engine, new EngineFault(EngineFaultKind.Hang, time), Job: job);

    // Each job's end is an event of its own then, which may come before or after anything else.
    private static EngineFaultRule Slow(int engine) =>
        new(engine, new EngineFault(EngineFaultKind.Slow, Moment), Times: null);
}
