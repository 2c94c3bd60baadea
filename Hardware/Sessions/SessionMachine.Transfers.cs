namespace Sim.Hardware.Sessions;

// Transfers in parts.
public sealed partial class SessionMachine
{
    // What each part that has not ended is a part of; null until there is one.
    private Dictionary<long, Transfer>? _transfers;

    private void Submit(SplitBlt split, ISessionShell shell)
    {
        if (RefusalOf(split) is { } refusal)
        {
            foreach (var part in split.Parts)
                shell.CarryOut(SessionEffect.Refused(part.Job, refusal));
            return;
        }

        _transfers ??= [];
        var transfer = new Transfer(split.Transfer, split.Parts.Length);
        foreach (var part in split.Parts)
            _transfers.Add(part.Job, transfer);
        for (var part = 0; part < split.Parts.Length; part++)
            policy.Accepted(Accept(split.Parts[part], shell, continues: part > 0), _decisions);
    }

    private JobRefusal? RefusalOf(SplitBlt split)
    {
        if (RefusalOf(split.Parts[0]) is { } refusal)
            return refusal;
        if (_jobs.Count + split.Parts.Length > _limits.Jobs)
            return JobRefusal.DeviceBusy;
        var numbers = new HashSet<long>();
        foreach (var part in split.Parts)
        {
            if (!numbers.Add(part.Job) || _jobs.Contains(part.Job))
                return JobRefusal.DuplicateJob;
            if (!part.IsWellFormed)
                return JobRefusal.InvalidLayout;
            if (part.Engine is { } engine && _choice.IsUnfit(engine))
                return JobRefusal.EngineUnfit;
            if (IsStale(part))
                return JobRefusal.StaleContentKey;
            if (part.ContentKey is null && IvHistory.Wraps(part))
                return JobRefusal.CounterWrap;
        }

        return null;
    }

    private void EndPart(long job, bool isComplete, ISessionShell shell)
    {
        if (_transfers is not null)
            EndPart(_transfers, job, isComplete, shell);
    }

    private static void EndPart(Dictionary<long, Transfer> transfers, long job, bool isComplete, ISessionShell shell)
    {
        if (!transfers.Remove(job, out var transfer))
            return;
        transfer.IsComplete &= isComplete;
        if (--transfer.Left == 0)
            shell.CarryOut(SessionEffect.TransferEnded(transfer.Number, transfer.IsComplete));
    }

    private sealed class Transfer(long number, int parts)
    {
        public long Number => number;

        public int Left { get; set; } = parts;

        public bool IsComplete { get; set; } = true;
    }
}
