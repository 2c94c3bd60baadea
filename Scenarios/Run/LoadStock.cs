using Akka.Actor;
using Sim.Actors.Tracing;
using Sim.Hardware.Crypto;

namespace Sim.Scenarios.Run;

/// <summary>
/// What the clients of a run bring along: their keys, what their jobs hold, and the memory for it. It outlives the run, so that
/// one run after the other, but only one at a time, can be made with it.
/// </summary>
/// <param name="content">What jobs hold.</param>
/// <param name="buffers">The memory of jobs in flight.</param>
/// <param name="clients">How many clients there are.</param>
/// <param name="seed">Seed of the keys.</param>
/// <param name="sessionKey">The first session key of every session; empty: drawn from the seed, one for each.</param>
/// <param name="mayBeStruck">Somebody else than a session's client may close the session, or take its key.</param>
public sealed class LoadStock(
    JobContent content, JobBuffers buffers, int clients, ulong seed, ReadOnlyMemory<byte> sessionKey, bool mayBeStruck = false)
    : IDisposable
{
    private readonly ScriptBench?[] _benches = new ScriptBench[clients];

    /// <summary>Most bytes of jobs in flight, and of buffers that wait for the next ones.</summary>
    public const long BufferBytes = 512L << 20;

    /// <summary>What jobs hold.</summary>
    public JobContent Content => content;

    /// <summary>The memory of jobs in flight.</summary>
    public JobBuffers Buffers => buffers;

    /// <summary>The stock of a plan's clients.</summary>
    public static LoadStock Of(RunPlan plan) =>
        new(new JobContent(plan.Seed, plan.SizeMax), new JobBuffers(BufferBytes), plan.Clients, plan.Seed, plan.SessionKey, plan.MayStrikeSessions);

    /// <summary>Begins a run. What the run before it left behind, wherever it stopped, is given up.</summary>
    /// <param name="device">The device.</param>
    /// <param name="trace">Where comparisons are recorded.</param>
    public LoadRun Begin(IActorRef device, ITrace trace)
    {
        buffers.Forget();
        return new LoadRun(device, trace, this) { MayBeStruck = mayBeStruck };
    }

    /// <summary>A number that no other job on the device has: clients take turns in the numbers from 1.</summary>
    /// <param name="client">Index of the client.</param>
    /// <param name="submission">The client's submission, from 0.</param>
    public long JobNumber(int client, long submission) => (submission * clients) + client + 1;

    /// <summary>The submission that has a number.</summary>
    /// <param name="client">Index of the client.</param>
    /// <param name="number">The number.</param>
    public long Submission(int client, long number) => (number - client - 1) / clients;

    /// <summary>Makes the keys of a client.</summary>
    /// <param name="client">Index of the client.</param>
    /// <param name="contentKey">Whether its jobs have a content key.</param>
    public LoadKeys MakeKeys(int client, bool contentKey)
    {
        Span<byte> session = stackalloc byte[SessionKey.Size];
        Span<byte> content = stackalloc byte[AesKey.Size];
        if (sessionKey.IsEmpty)
            NonceSource.Fill(seed, "session-key", client, session);
        else
            sessionKey.Span.CopyTo(session);
        if (contentKey)
            NonceSource.Fill(seed, "content-key", client, content);
        return new LoadKeys(session, contentKey ? content : default);
    }

    /// <summary>The bench of a client that plays a script, cleared: it is made once, and each client has its own.</summary>
    /// <param name="group">The client's group.</param>
    /// <param name="client">Index of the client.</param>
    public ScriptBench Bench(LoadGroup group, int client)
    {
        var bench = _benches[client] ??= new ScriptBench(client, this, group);
        bench.Clear();
        return bench;
    }

    /// <summary>Wipes the keys.</summary>
    public void Dispose()
    {
        foreach (var bench in _benches)
            bench?.Keys.Dispose();
    }
}
