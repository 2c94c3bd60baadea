using Sim.Hardware.Engines;
using Sim.Hardware.Faults;
using Sim.Hardware.Resets;

namespace Sim.Actors.Engines;

/// <summary>The engine pool.</summary>
/// <param name="Engines">Number of engines, 1 to 64.</param>
/// <param name="MaxRestarts">Restarts of one engine within <paramref name="RestartWindow"/>; one failure more stops it for good.</param>
/// <param name="RestartWindow">The time in which restarts count.</param>
/// <param name="Dispatcher">
/// Configuration path of the dispatcher that runs the engines. Decrypting takes long beside other messages, so it should
/// give its thread back after each job.
/// </param>
public sealed record EnginePoolSettings(
    int Engines,
    int MaxRestarts,
    TimeSpan RestartWindow,
    string Dispatcher = EnginePoolSettings.DefaultDispatcher)
{
    /// <summary>Configuration path of the dispatcher that runs actors that name none.</summary>
    public const string DefaultDispatcher = "akka.actor.default-dispatcher";

    /// <summary>Most engines of one pool.</summary>
    public const int MaxEngines = 64;

    /// <summary>Deepest hardware queue of an engine.</summary>
    public const int MaxHardwareDepth = 1024;

    /// <summary>How long work takes, on the scheduler's clock; null: it takes the time that it takes, and no timer is set.</summary>
    public EngineSpec? Spec { get; init; }

    /// <summary>How long an engine may take for one job before it is reset, above zero.</summary>
    public TimeSpan Watchdog { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>What the hardware of one engine holds, the job that runs included; 1 to <see cref="MaxHardwareDepth"/>.</summary>
    public int HardwareDepth { get; init; } = 2;

    /// <summary>How often watchdogs may reset the engines, all together; null: no bound but <see cref="MaxRestarts"/>.</summary>
    public ResetLimits? Resets { get; init; }

    /// <summary>Engines that hold no protected jobs, a bit for each index. Sessions send them nothing.</summary>
    public ulong Unfit { get; init; }

    /// <summary>What goes wrong at the engines.</summary>
    public FaultPlan Faults { get; init; } = FaultPlan.None;
}
