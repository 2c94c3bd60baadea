using Akka.Actor;

namespace Sim.Scenarios.Run;

/// <summary>
/// A place for one job in flight of a client that plays a script. It is the job's completion message too, so that the client
/// finds the job without looking.
/// </summary>
/// <param name="sizeMax">The largest job in bytes.</param>
public sealed class ScriptJob(int sizeMax) : INoSerializationVerificationNeeded
{
    private byte[]? _buffer;

    /// <summary>The job's number on the device; 0: the place is free.</summary>
    public long Number { get; private set; }

    /// <summary>The client's own number of it, from 0.</summary>
    public long Job { get; private set; }

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

    internal void Take(long number, long job, JobShape shape)
    {
        _buffer ??= new byte[sizeMax];
        (Number, Job, Shape, Bytes) = (number, job, shape, _buffer.AsMemory(0, shape.Size));
        (BreaksIvRule, HasStaleWrap) = (false, false);
    }

    internal void Free() => Number = 0;
}
