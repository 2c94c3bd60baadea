using Sim.Hardware.Crypto;

namespace Sim.Hardware.Sessions;

/// <summary>
/// An accepted job with what was latched at its acceptance. The key is the one of the epoch at the job's position; it is
/// never looked up again, neither when the job starts nor when it is resubmitted.
/// </summary>
/// <param name="Session">Number of the session on its device.</param>
/// <param name="Position">Place in the session's stream, from 1.</param>
/// <param name="Epoch">Number of key changes before <paramref name="Position"/>; 0 under the first negotiated key.</param>
/// <param name="Key">The session key of that epoch. The session wipes it after the last job that latched it has ended.</param>
/// <param name="Blt">The call.</param>
public sealed record LatchedJob(int Session, long Position, int Epoch, SessionKey Key, DecryptionBlt Blt)
{
    /// <summary>The client's number for this job.</summary>
    public long Job => Blt.Job;
}
