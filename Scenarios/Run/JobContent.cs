using System.Buffers.Binary;
using Sim.Hardware.Crypto;

namespace Sim.Scenarios.Run;

/// <summary>
/// What the jobs of a run hold: slices of one buffer of seeded bytes. A job's slice depends on the seed, its client and its
/// number alone, so that a job that is submitted again is the same. Never written to, and safe to share.
/// </summary>
public sealed class JobContent
{
    // Small jobs need little to differ from each other.
    private const int SpreadMax = 1 << 20;
    private const int SpreadMin = 1 << 12;
    private const int SpreadOfSize = 16;

    private readonly byte[] _plaintext;
    private readonly AesKey _draws;

    /// <summary>Makes the content.</summary>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="sizeMax">The largest job in bytes.</param>
    public JobContent(ulong seed, int sizeMax)
    {
        _plaintext = new byte[(int)Math.Min(sizeMax + Math.Clamp((long)sizeMax * SpreadOfSize, SpreadMin, SpreadMax), Array.MaxLength)];
        NonceSource.Fill(seed, "plaintext", 0, _plaintext);
        Span<byte> key = stackalloc byte[AesKey.Size];
        NonceSource.Fill(seed, "job-draws", 0, key);
        _draws = new AesKey(key);
    }

    /// <summary>Draws a job: its size evenly between two bounds, and which bytes it holds.</summary>
    /// <param name="client">Index of the client.</param>
    /// <param name="job">The client's number of the job, from 0.</param>
    /// <param name="sizeMin">Smallest size.</param>
    /// <param name="sizeMax">Largest size.</param>
    public JobShape Draw(int client, long job, int sizeMin, int sizeMax)
    {
        Span<byte> block = stackalloc byte[AesCtrIv.Size];
        new AesCtrIv((ulong)client, (ulong)job).Write(block);
        _draws.EncryptBlock(block, block);
        var size = sizeMin + (int)Even(block, sizeMax - sizeMin);
        return new JobShape((int)Even(block[sizeof(ulong)..], _plaintext.Length - size), size);
    }

    /// <summary>The clear bytes of a job.</summary>
    public ReadOnlySpan<byte> Of(JobShape shape) => _plaintext.AsSpan(shape.Offset, shape.Size);

    /// <summary>Compares what came out of the device with what a job holds.</summary>
    /// <param name="shape">The job.</param>
    /// <param name="bytes">What came out, as long as the job.</param>
    /// <returns>Null when they agree; else what differs, never bytes.</returns>
    public string? Difference(JobShape shape, ReadOnlySpan<byte> bytes)
    {
        var clear = Of(shape);
        return clear.SequenceEqual(bytes)
            ? null
            : $"clear bytes differ from byte {bytes.CommonPrefixLength(clear)} of {clear.Length} on";
    }

    /// <summary>A number from 0 to a bound, both included, from eight random bytes; even to within 2^-33 for every bound of int.</summary>
    internal static long Even(ReadOnlySpan<byte> random, long max) =>
        (long)Math.BigMul(BinaryPrimitives.ReadUInt64BigEndian(random), (ulong)max + 1, out _);
}
