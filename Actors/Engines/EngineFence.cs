namespace Sim.Actors.Engines;

/// <summary>
/// Protocol of the engines' progress fences. An engine's fence counts the jobs that ended on it, completed or aborted, over all
/// its resets. Anybody may ask the device to be told when it is at a value: before or after it gets there. Each
/// <see cref="Wait"/> has exactly one answer: <see cref="Reached"/>, <see cref="Lost"/> or <see cref="Refused"/>.
/// </summary>
public static class EngineFence
{
    /// <summary>Waits that may be open at a time for one engine. One more is refused.</summary>
    public const int WaitsMax = 1024;

    /// <summary>Why a wait was not taken.</summary>
    public enum Refusal
    {
        /// <summary>As many wait for this engine as may. Try again when one was answered.</summary>
        TooManyWaits,

        /// <summary>The device has no engine of this index.</summary>
        NoSuchEngine,
    }

    /// <summary>Asks to be told when so many jobs have ended on an engine.</summary>
    /// <param name="Engine">Index of the engine.</param>
    /// <param name="Value">How many jobs; 0 is reached at once.</param>
    public sealed record Wait(int Engine, ulong Value);

    /// <summary>So many jobs have ended on the engine, or more.</summary>
    public sealed record Reached(int Engine, ulong Value);

    /// <summary>
    /// The engine is lost, or the device is removed, before so many jobs had ended on it: it never gets there. The count itself is
    /// in memory and outlives the engine, so a value that the engine had reached is told as <see cref="Reached"/>, also to who asks
    /// later, and also if nobody had waited for it. A job that the loss interrupts has not ended on the engine.
    /// </summary>
    public sealed record Lost(int Engine, ulong Value);

    /// <summary>The wait was not taken.</summary>
    public sealed record Refused(int Engine, ulong Value, Refusal Reason);

    /// <summary>From the pool to an engine: tell <see cref="Raised"/> when the fence is at this value, at once if it is.</summary>
    public sealed record TellAt(ulong Value);

    /// <summary>From an engine to its pool, only if it was asked: so many jobs have ended.</summary>
    public sealed record Raised(int Engine, ulong Value);
}
