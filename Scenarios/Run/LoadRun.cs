using Akka.Actor;
using Sim.Actors.Tracing;
using Sim.Hardware.Crypto;

namespace Sim.Scenarios.Run;

/// <summary>What the clients of one run share.</summary>
/// <param name="device">The device.</param>
/// <param name="trace">Where comparisons are recorded.</param>
/// <param name="content">What jobs hold.</param>
/// <param name="buffers">The memory of jobs in flight.</param>
/// <param name="clients">How many clients there are.</param>
/// <param name="seed">Seed of the run.</param>
/// <param name="sessionKey">The first session key of every session; empty: drawn from the seed, one for each.</param>
public sealed class LoadRun(
    IActorRef device,
    ITrace trace,
    JobContent content,
    JobBuffers buffers,
    int clients,
    ulong seed,
    ReadOnlyMemory<byte> sessionKey)
{
    /// <summary>The device.</summary>
    public IActorRef Device => device;

    /// <summary>Where comparisons are recorded.</summary>
    public ITrace Trace => trace;

    /// <summary>What jobs hold.</summary>
    public JobContent Content => content;

    /// <summary>The memory of jobs in flight.</summary>
    public JobBuffers Buffers => buffers;

    /// <summary>A number that no other job on the device has: clients take turns in the numbers from 1.</summary>
    /// <param name="client">Index of the client.</param>
    /// <param name="submission">The client's submission, from 0.</param>
    public long JobNumber(int client, long submission) => (submission * clients) + client + 1;

    /// <summary>Writes the first session key of a client.</summary>
    public void WriteSessionKey(int client, Span<byte> key16)
    {
        if (sessionKey.IsEmpty)
            NonceSource.Fill(seed, "session-key", client, key16);
        else
            sessionKey.Span.CopyTo(key16);
    }

    /// <summary>Writes the content key of a client.</summary>
    public void WriteContentKey(int client, Span<byte> key16) => NonceSource.Fill(seed, "content-key", client, key16);
}
