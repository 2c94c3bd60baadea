namespace Sim.Scenarios.Model;

/// <summary>
/// What an exploration does beside choosing an order: it places faults, so many of each, anywhere, and makes jobs small. A run
/// that is not explored knows nothing of it.
/// </summary>
public sealed record ExploreSpec
{
    /// <summary>Engines that fail, 0 to 16. The run's seed says which.</summary>
    public int Crashes { get; init; }

    /// <summary>Engines that hang until their watchdog resets them, 0 to 16.</summary>
    public int Hangs { get; init; }

    /// <summary>Sessions that lose their key, 0 to 16.</summary>
    public int KeyLosses { get; init; }

    /// <summary>Sessions that are closed by somebody else than their client, 0 to 16.</summary>
    public int Closes { get; init; }

    /// <summary>Teardowns of the device's hardware protection, 0 to 16.</summary>
    public int Teardowns { get; init; }

    /// <summary>Times that the device is suspended, and resumed behind that, 0 to 16.</summary>
    public int Suspends { get; init; }

    /// <summary>
    /// Most bytes of a job where durations decide nothing: larger ones are cut to it, since an exploration makes many runs.
    /// Null: 64.
    /// </summary>
    public int? JobSize { get; init; }

    /// <summary>True when there is a fault to place.</summary>
    public bool HasFaults => Crashes + Hangs > 0 || StrikesSessions;

    /// <summary>True when a session may be gone, and its client did not do it.</summary>
    public bool StrikesSessions => KeyLosses + Closes + Teardowns + Suspends > 0;
}
