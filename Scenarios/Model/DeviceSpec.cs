namespace Sim.Scenarios.Model;

/// <summary>The device of a scenario. What is not said is the default of akka.hocon.</summary>
public sealed record DeviceSpec
{
    /// <summary>Capability profile; so far there is <c>full</c>.</summary>
    public string Profile { get; init; } = "full";

    /// <summary>Engines in the pool, 1 to 64.</summary>
    public int Engines { get; init; } = 4;

    /// <summary>Key slots, 1 to 1024.</summary>
    public int KeySlots { get; init; } = 16;

    /// <summary>Key-switch policy when the command line names none.</summary>
    public string Policy { get; init; } = "slots";

    /// <summary>
    /// Unfinished jobs of all sessions together, 1 to 2^24. Null: as many as the sessions' own limits add up to, so that
    /// every session finds room.
    /// </summary>
    public int? Jobs { get; init; }

    /// <summary>How long an engine may take for one job before it is reset.</summary>
    public TimeSpan Watchdog { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Resets of one engine within 10 s; one failure more stops it for good.</summary>
    public int EngineRestarts { get; init; } = 16;

    /// <summary>Resets by watchdogs within 60 s, of whichever engine; one more ends the device.</summary>
    public int Resets { get; init; } = 5;

    /// <summary>What the hardware of one engine holds, the job that runs included, 1 to 1024. Nothing is overtaken there.</summary>
    public int HardwareDepth { get; init; } = 2;

    /// <summary>How many engines, the last ones of the pool, hold no protected jobs; fewer than there are.</summary>
    public int UnfitEngines { get; init; }
}
