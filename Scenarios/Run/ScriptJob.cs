using Akka.Actor;
using Sim.Actors.Tracing;
using Sim.Hardware.Crypto;
using Sim.Hardware.Sessions;

namespace Sim.Scenarios.Run;

/// <summary>
/// A place for one job in flight of a client that plays a script. It is the job's completion message too, so that the client
/// finds the job without looking.
/// </summary>
/// <param name="sizeMax">The largest job in bytes.</param>
/// <param name="submission">
/// The submission that the place is for in each run: then what was made of its job in one run is there for the next. -1: it
/// goes round among those of a run.
/// </param>
public sealed class ScriptJob(int sizeMax, int submission = -1) : INoSerializationVerificationNeeded
{
    private byte[]? _buffer;

    // The job's bytes encrypted with Iv, as they were in an earlier run; null: never, or under a key that changes.
    private byte[]? _ciphertext;

    // The call of an earlier run, and what was recorded when its job came back as it should.
    private DecryptionBlt? _call;
    private PlaintextCompared? _agreement;

    /// <summary>The job's number on the device; 0: the place is free.</summary>
    public long Number { get; private set; }

    /// <summary>The client's own number of it, from 0.</summary>
    public long Job { get; private set; } = -1;

    /// <summary>With what it is encrypted.</summary>
    public AesCtrIv Iv { get; private set; }

    /// <summary>True when its IV or its block count breaks a rule, so that it may be refused.</summary>
    public bool BreaksIvRule { get; internal set; }

    /// <summary>True when its content key is wrapped for the epoch before, so that it may be refused.</summary>
    public bool HasStaleWrap { get; internal set; }

    /// <summary>What it holds.</summary>
    public JobShape Shape { get; private set; }

    /// <summary>Where.</summary>
    public Memory<byte> Bytes { get; private set; }

    /// <summary>Names the job; shows no bytes.</summary>
    public override string ToString() => $"job {Number} completed";

    internal PlaintextCompared Agreement =>
        _agreement is { } made && made.Job == Number ? made : _agreement = new PlaintextCompared(Number, Mismatch: null);

    // The same as Bytes.
    internal Span<byte> Content => _buffer.AsSpan(0, Shape.Size);

    internal bool GoesRound => submission < 0;

    /// <summary>Takes the place for the job and the IV that it had in the run before, encrypted as then.</summary>
    /// <returns>False when it had another, or its key has changed.</returns>
    internal bool TryTakeAgain(long number, long job, AesCtrIv iv)
    {
        if (_ciphertext is null || Job != job || Iv != iv)
            return false;
        Begin(number);
        _ciphertext.CopyTo(Content);
        return true;
    }

    internal void Take(long number, long job, JobShape shape, AesCtrIv iv)
    {
        _buffer ??= new byte[sizeMax];
        Begin(number);
        (Job, Shape, Bytes, Iv) = (job, shape, _buffer.AsMemory(0, shape.Size), iv);
        (_ciphertext, _call) = (null, null);
    }

    /// <summary>The job is encrypted, under a key that is the same in each run.</summary>
    internal void Keep()
    {
        if (!GoesRound)
            _ciphertext = Bytes.ToArray();
    }

    /// <summary>The call that submits the job: that of the run before, when it is the same.</summary>
    internal DecryptionBlt Call(EncryptedRanges ranges, WrappedContentKey? wrapped, int? engine)
    {
        if (_call is { } made && made.ContentKey == wrapped)
            return made;
        var call = new DecryptionBlt(Number, Bytes, Bytes, Iv, ranges, wrapped, Completion: this, engine);
        if (_ciphertext is not null)
            _call = call;
        return call;
    }

    internal void Free() => Number = 0;

    private void Begin(long number) => (Number, BreaksIvRule, HasStaleWrap) = (number, false, false);
}
