using Akka.Actor;
using Sim.Actors.Sessions;
using Sim.Actors.Tracing;
using Sim.Hardware.Engines;
using Sim.Hardware.Sessions;

namespace Sim.Scenarios.Run;

// A client that has every job decrypted in parts: it looks at the transfer, which goes by the number of its first part.
internal sealed partial class LoadClientActor
{
    private bool IsSplit => Spec.Jobs.Parts > 1;

    private void Send(DecryptionBlt blt)
    {
        if (!IsSplit)
        {
            Session.Tell(blt);
            return;
        }

        // The first part has the number that was drawn for the job.
        var split = TransferSplit.Of(
            blt, Spec.Jobs.Parts, part => part == 0 ? blt.Job : Run.Stock.JobNumber(Client, _submissions++));
        if (Run.Trace.IsEnabled)
            Run.Trace.Record(new TransferSubmitted(split.Transfer, [.. split.Parts.Select(part => part.Job)]));
        Session.Tell(split);
    }

    // True when the message is about a part, or about a transfer.
    private bool OnTransfer(object message)
    {
        if (Run.Trace.IsEnabled && Heard(message) is { } heard)
            Run.Trace.Record(heard);
        switch (message)
        {
            case CryptoSession.TransferEnded { IsComplete: true } ended:
                Compared(ended.Transfer, _inFlight.Complete(ended.Transfer));
                Freed();
                return true;
            case CryptoSession.TransferEnded ended:
                _inFlight.Drop(ended.Transfer);
                Freed();
                return true;
            case CryptoSession.JobRefused refused when !_inFlight.Contains(refused.Job):
                return true;
            case CryptoSession.JobCompleted or CryptoSession.JobAborted:
                return true;
            default:
                return false;
        }
    }

    private static TraceEvent? Heard(object message) => message switch
    {
        CryptoSession.JobCompleted completed => new TransferPartEnded(completed.Job, PartEnding.Completed),
        CryptoSession.JobAborted aborted => new TransferPartEnded(aborted.Job, PartEnding.Aborted),
        CryptoSession.JobRefused refused => new TransferPartEnded(refused.Job, PartEnding.Refused),
        CryptoSession.TransferEnded ended => new TransferEnded(ended.Transfer, ended.IsComplete),
        _ => null,
    };
}
