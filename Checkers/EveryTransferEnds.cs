using Sim.Actors.Tracing;
using Sim.Hardware.Sessions;

namespace Sim.Checkers;

/// <summary>
/// Each transfer in parts is accepted or refused as a whole. If it is accepted, its client is told of its end once, when every
/// part has ended, and as complete only when each of them completed; and it has been told when the run is over. Judged from what clients
/// hear of their session, which is in the session's order.
/// </summary>
public sealed class EveryTransferEnds() : Property(
    nameof(EveryTransferEnds),
    PropertyKind.Eventually,
    typeof(TransferSubmitted),
    typeof(TransferPartEnded),
    typeof(TransferEnded))
{
    private readonly NumberTable<Transfer> _open = new();
    private readonly NumberTable<long> _parts = new();

    /// <inheritdoc/>
    protected internal override void Judge(TraceEvent happened)
    {
        switch (happened)
        {
            case TransferSubmitted submitted:
                Reach();
                _open.Set(submitted.Transfer, new Transfer(submitted.Parts.Length));
                foreach (var part in submitted.Parts)
                    _parts.Set(part, submitted.Transfer);
                break;
            case TransferPartEnded part:
                End(part);
                break;
            case TransferEnded told:
                End(told);
                break;
        }
    }

    /// <inheritdoc/>
    public override void AtEnd()
    {
        if (_open.Count == 0)
            return;
        foreach (var (number, transfer) in _open.All().OrderBy(open => open.Number))
            Violate($"the end of transfer {number} was not told: {transfer.Left} of its {transfer.Parts} parts have not ended");
    }

    /// <inheritdoc/>
    public override void Clear()
    {
        base.Clear();
        _open.Clear();
        _parts.Clear();
    }

    private void End(TransferPartEnded part)
    {
        if (!_parts.Remove(part.Job, out var number) || !_open.TryGet(number, out var transfer))
            return;
        transfer.Left--;
        transfer.IsComplete &= part.How == PartEnding.Completed;
        transfer.Refused += part.How == PartEnding.Refused ? 1 : 0;
        if (transfer.Left > 0 || transfer.Refused == 0)
            return;
        if (transfer.Refused < transfer.Parts)
            Violate($"of transfer {number} {transfer.Refused} of {transfer.Parts} parts were refused, and the others were not");
        _open.Remove(number);
    }

    private void End(TransferEnded told)
    {
        if (!_open.Remove(told.Transfer, out var transfer))
            Violate($"the end of transfer {told.Transfer} was told, but it was not open");
        else if (transfer.Left > 0)
            Violate($"the end of transfer {told.Transfer} was told while {transfer.Left} of its {transfer.Parts} parts had not ended");
        else if (told.IsComplete != transfer.IsComplete)
            Violate($"transfer {told.Transfer} was told as {(told.IsComplete ? "complete, though a part was aborted" : "aborted, though each part completed")}");
    }

    private sealed class Transfer(int parts)
    {
        public int Parts { get; } = parts;

        public int Left { get; set; } = parts;

        public int Refused { get; set; }

        public bool IsComplete { get; set; } = true;
    }
}
