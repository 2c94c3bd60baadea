using Akka.Actor;
using Sim.Actors.Sessions;
using Sim.Actors.Tracing;
using Sim.Hardware.Crypto;
using Sim.Hardware.Engines;

namespace Sim.Tests.Mutants.World;

// Transfers in parts: a transfer goes by the number of its first part, and has the buffer of a job.
internal sealed partial class ScriptClientActor
{
    private const int Parts = 2;

    private readonly HashSet<long> _parts = [];

    private void ReceiveTransfers()
    {
        Receive<CryptoSession.JobCompleted>(completed => IsPart(completed.Job), completed => Heard(completed.Job, PartEnding.Completed));
        Receive<CryptoSession.JobAborted>(aborted => IsPart(aborted.Job), aborted => Heard(aborted.Job, PartEnding.Aborted));
        Receive<CryptoSession.JobRefused>(refused => IsPart(refused.Job), refused =>
        {
            Heard(refused.Job, PartEnding.Refused);
            Free(refused.Job);
        });
        Receive<CryptoSession.TransferEnded>(ended =>
        {
            _setup.Trace.Record(new TransferEnded(ended.Transfer, ended.IsComplete));
            if (ended.IsComplete)
                Completed(ended.Transfer);
            else
                Free(ended.Transfer);
        });
    }

    private void SubmitInParts(bool contentKey)
    {
        var whole = Prepare(contentKey ? _keys.Wrapped : null, contentKey ? new AesCtrIv((ulong)_jobs + 1, 0) : new AesCtrIv(++_lastIv, 0));
        var split = TransferSplit.Of(whole, Parts, part => part == 0 ? whole.Job : NextNumber());
        foreach (var part in split.Parts)
            _parts.Add(part.Job);
        _setup.Trace.Record(new TransferSubmitted(split.Transfer, [.. split.Parts.Select(part => part.Job)]));
        _session.Tell(split);
    }

    private bool IsPart(long job) => _parts.Contains(job);

    private void Heard(long part, PartEnding how) => _setup.Trace.Record(new TransferPartEnded(part, how));
}
