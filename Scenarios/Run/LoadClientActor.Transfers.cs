using Akka.Actor;
using Sim.Actors.Sessions;
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
        Session.Tell(TransferSplit.Of(
            blt, Spec.Jobs.Parts, part => part == 0 ? blt.Job : Run.Stock.JobNumber(Client, _submissions++)));
    }

    // True when the message is about a part, or about a transfer.
    private bool OnTransfer(object message)
    {
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
}
