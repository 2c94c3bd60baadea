using Sim.Hardware.Crypto;

namespace Sim.Hardware.Sessions;

/// <summary>
/// An accepted job with what was latched at its acceptance. The key is the one of the epoch at the job's position; it is
/// never looked up again, neither when the job starts nor when it is resubmitted. Only its session latches it, and latches
/// it anew for a later job only after the engine has answered for this one: so jobs in steady state cost no memory.
/// </summary>
public sealed class LatchedJob : IStaysInProcess
{
    /// <summary>Latches a job.</summary>
    /// <param name="session">Number of the session on its device.</param>
    /// <param name="position">Place in the session's stream, from 1.</param>
    /// <param name="epoch">Number of key changes before <paramref name="position"/>; 0 under the first negotiated key.</param>
    /// <param name="key">The session key of that epoch.</param>
    /// <param name="blt">The call.</param>
    public LatchedJob(int session, long position, int epoch, SessionKey key, DecryptionBlt blt)
    {
        Session = session;
        Done = new JobEnded(this, Fault: null);
        (Position, Epoch, KeyEpoch, Key, Blt, Blocks) = (position, epoch, epoch, key, blt, KeystreamUse.BlocksOf(blt));
    }

    /// <summary>Number of the session on its device.</summary>
    public int Session { get; }

    /// <summary>The priority of its session, which never changes.</summary>
    public SessionPriority Priority { get; init; } = SessionPriority.Normal;

    /// <summary>Place in the session's stream, from 1.</summary>
    public long Position { get; private set; }

    /// <summary>Number of key changes before <see cref="Position"/>; 0 under the first negotiated key.</summary>
    public int Epoch { get; private set; }

    /// <summary>The session key of that epoch. The session wipes it after the last job that latched it has ended.</summary>
    public SessionKey Key { get; private set; }

    /// <summary>The call.</summary>
    public DecryptionBlt Blt { get; private set; }

    /// <summary>What it uses of its key stream.</summary>
    public KeystreamUse Keystream => new(Blt.ContentKey is not null, Blt.Iv, Blocks);

    /// <summary>How many blocks of its key stream it uses, the last perhaps in part.</summary>
    public ulong Blocks { get; private set; }

    /// <summary>
    /// Whether its key must be written into the hardware first: true for the first job of its epoch, and for the first one
    /// after the key was evicted from its slot. Engines with key registers go by those instead.
    /// </summary>
    public bool ProgramsKey { get; internal set; }

    /// <summary>The client's number for this job.</summary>
    public long Job => Blt.Job;

    // The epoch of Key: that of the job, unless a device binds keys when work starts.
    internal int KeyEpoch { get; private set; }

    // What the session's ledger notes: whether the job has not ended, where it runs, and where it stands in the ledger.
    internal bool IsOpen { get; set; }

    internal int Engine { get; set; } = JobLedger.Held;

    internal int Row { get; set; } = JobLedger.NoRow;

    /// <summary>The answer of an engine that has written every byte.</summary>
    public JobEnded Done { get; }

    /// <summary>Names the job; shows neither key nor bytes.</summary>
    public override string ToString() => $"job {Job} of session {Session} at position {Position}, epoch {Epoch}";

    internal void Bind(int epoch, SessionKey key) => (KeyEpoch, Key) = (epoch, key);

    internal void Latch(long position, int epoch, SessionKey key, DecryptionBlt blt) =>
        (Position, Epoch, KeyEpoch, Key, Blt, Blocks) = (position, epoch, epoch, key, blt, KeystreamUse.BlocksOf(blt));
}
