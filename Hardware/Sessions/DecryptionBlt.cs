using Sim.Hardware.Crypto;

namespace Sim.Hardware.Sessions;

/// <summary>
/// DecryptionBlt: decrypt one buffer. The call itself is the event that the session machine takes, so that a job's
/// description is made once, by its client, and never copied.
/// </summary>
/// <param name="Job">The client's number for this job, unique on the device while the job is not ended.</param>
/// <param name="Source">The ciphertext. It stays untouched by others until the job ends.</param>
/// <param name="Destination">
/// Where the clear bytes go: as long as <paramref name="Source"/>, and either the same memory or apart from it.
/// </param>
/// <param name="Iv">IV and block count of the first encrypted byte.</param>
/// <param name="Ranges">Which bytes are encrypted.</param>
/// <param name="ContentKey">The content key wrapped under the session key in force; null: the session key itself decrypts.</param>
/// <param name="Completion">
/// The message that tells the owner that the job completed; null: one that names session and job. A client that keeps its
/// own gets it back as it is, and nothing is made for the purpose.
/// </param>
/// <param name="Engine">Index of the engine that is to run the job; null: the session chooses.</param>
public sealed record DecryptionBlt(
    long Job,
    ReadOnlyMemory<byte> Source,
    Memory<byte> Destination,
    AesCtrIv Iv,
    EncryptedRanges Ranges,
    WrappedContentKey? ContentKey,
    object? Completion = null,
    int? Engine = null) : SessionEvent, IStaysInProcess
{
    /// <summary>
    /// The epoch of the session key that wraps <see cref="ContentKey"/>; null: its client does not say, and a wrap for
    /// another epoch decrypts to garbage. Wrapped bytes do not show under which key they are.
    /// </summary>
    public int? WrapEpoch { get; init; }

    /// <summary>
    /// True when the buffers and the encrypted ranges agree in length, and the buffers are one or apart.
    /// </summary>
    public bool IsWellFormed => (Ranges.IsWhole && Source.Equals(Destination)) || (Ranges.Fits(Source.Length) && BuffersAgree);

    private bool BuffersAgree =>
        Source.Length == Destination.Length
        && (!Source.Span.Overlaps(Destination.Span, out var offset) || offset == 0);
}
