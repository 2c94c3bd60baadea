using System.Collections.Immutable;

namespace Sim.Hardware.Sessions;

/// <summary>
/// One transfer in parts, each of which is a job of its own that any engine may run. They are accepted together or not at all, so
/// that no key switch comes between them, and the transfer ends when its last part has stopped writing.
/// </summary>
/// <param name="Transfer">The client's number for it, unique in the session while it has not ended.</param>
/// <param name="Parts">The parts in order, at least one. The IV rules look at the first: the others continue its key stream.</param>
public sealed record SplitBlt(long Transfer, ImmutableArray<DecryptionBlt> Parts) : SessionEvent, IStaysInProcess
{
    /// <summary>The parts in order, at least one.</summary>
    public ImmutableArray<DecryptionBlt> Parts { get; } =
        Parts.IsDefaultOrEmpty ? throw new ArgumentException("A transfer has one part at least.", nameof(Parts)) : Parts;
}
