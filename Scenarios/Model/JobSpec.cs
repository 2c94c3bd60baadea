using Sim.Hardware.Crypto;

namespace Sim.Scenarios.Model;

/// <summary>
/// The decrypt jobs of one session. Exactly one of <see cref="Count"/> and <see cref="For"/> is set, and none when the session
/// has a script.
/// </summary>
public sealed record JobSpec
{
    /// <summary>Jobs that are accepted; one that is refused with DeviceBusy is submitted anew and counts once.</summary>
    public long? Count { get; init; }

    /// <summary>How long a client goes on submitting.</summary>
    public TimeSpan? For { get; init; }

    /// <summary>Smallest size in bytes, at least 0.</summary>
    public int SizeMin { get; init; } = 65536;

    /// <summary>Largest size in bytes; sizes are drawn evenly between the two from the run's seed.</summary>
    public int SizeMax { get; init; } = 65536;

    /// <summary>True: a content key wrapped under the session key decrypts. False: the session key itself.</summary>
    public bool ContentKey { get; init; } = true;

    /// <summary>Which bytes are encrypted; null: all.</summary>
    public EncryptedBlockInfo? Pattern { get; init; }

    /// <summary>Index of the engine that every job is for; null: sessions choose.</summary>
    public int? Engine { get; init; }

    /// <summary>Most parts that each job is decrypted in, on as many engines at once, 1 to 16; 1: it is not split. Not with a pattern or a script.</summary>
    public int Parts { get; init; } = 1;

    /// <summary>The same jobs, those that are larger cut to a size.</summary>
    public JobSpec AtMost(int size) => this with { SizeMin = Math.Min(SizeMin, size), SizeMax = Math.Min(SizeMax, size) };
}
