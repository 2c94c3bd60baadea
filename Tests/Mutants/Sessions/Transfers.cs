using Sim.Hardware.Sessions;
using Kinds = Sim.Hardware.Sessions.SessionEffect.Kinds;

namespace Sim.Tests.Mutants.Sessions;

// What becomes of transfers in parts.

/// <summary>Only the part that ends last says whether the transfer is complete.</summary>
internal sealed class AsksLastPartOnly(ISessionMachine right) : WrongSession(right)
{
    protected override void Rewrite(SessionEffect effect, ICollection<SessionEffect> effects)
    {
        effects.Add(effect.Kind == Kinds.TransferEnded
            ? SessionEffect.TransferEnded(effect.JobNumber, effects.Last(one => one.Kind is Kinds.Completed or Kinds.Aborted).Kind == Kinds.Completed)
            : effect);
    }
}

/// <summary>A transfer ends with the part that is the last in order, though one before it may still be written.</summary>
internal sealed class EndsTransferWithLastInOrder(ISessionMachine right) : WrongSession(right)
{
    private readonly Dictionary<long, long> _transferOf = [];

    public override void Step(SessionEvent happened, ICollection<SessionEffect> effects)
    {
        if (happened is SplitBlt split)
            _transferOf[split.Parts[^1].Job] = split.Transfer;
        base.Step(happened, effects);
    }

    protected override void Rewrite(SessionEffect effect, ICollection<SessionEffect> effects)
    {
        if (effect.Kind == Kinds.TransferEnded)
            return;
        effects.Add(effect);
        if (effect.Kind is Kinds.Completed or Kinds.Aborted && _transferOf.Remove(effect.Job!.Job, out var transfer))
            effects.Add(SessionEffect.TransferEnded(transfer, effect.Kind == Kinds.Completed));
    }
}

internal sealed class EndsTransferTwice(ISessionMachine right) : WrongSession(right)
{
    protected override void Rewrite(SessionEffect effect, ICollection<SessionEffect> effects)
    {
        effects.Add(effect);
        if (effect.Kind == Kinds.TransferEnded)
            effects.Add(effect);
    }
}

/// <summary>A part that is lost with its engine is not counted.</summary>
internal sealed class CountsNoLostParts(ISessionMachine right) : WrongSession(right)
{
    private bool _loses;

    public override void Step(SessionEvent happened, ICollection<SessionEffect> effects)
    {
        _loses = happened is EngineLost;
        base.Step(happened, effects);
    }

    protected override void Rewrite(SessionEffect effect, ICollection<SessionEffect> effects)
    {
        if (!_loses || effect.Kind != Kinds.TransferEnded)
            effects.Add(effect);
    }
}

/// <summary>The last part is cut off: it is neither accepted nor refused.</summary>
internal sealed class DropsLastPart(ISessionMachine right) : WrongSession(right)
{
    public override void Step(SessionEvent happened, ICollection<SessionEffect> effects) => base.Step(
        happened is SplitBlt { Parts.Length: > 1 } split ? new SplitBlt(split.Transfer, split.Parts.RemoveAt(split.Parts.Length - 1)) : happened,
        effects);
}

/// <summary>Parts are accepted one by one, as many as there is room for.</summary>
internal sealed class AcceptsPartsSingly(ISessionMachine right) : WrongSession(right)
{
    private readonly Dictionary<long, long> _transferOf = [];

    public override void Step(SessionEvent happened, ICollection<SessionEffect> effects)
    {
        if (happened is not SplitBlt split)
        {
            base.Step(happened, effects);
            return;
        }

        _transferOf[split.Parts[^1].Job] = split.Transfer;
        foreach (var part in split.Parts)
            base.Step(part, effects);
    }

    protected override void Rewrite(SessionEffect effect, ICollection<SessionEffect> effects)
    {
        effects.Add(effect);
        if (effect.Kind is Kinds.Completed or Kinds.Aborted && _transferOf.Remove(effect.Job!.Job, out var transfer))
            effects.Add(SessionEffect.TransferEnded(transfer, effect.Kind == Kinds.Completed));
    }
}

/// <summary>The last part is accepted behind the client's next command, whatever that is.</summary>
internal sealed class LetsCommandBetweenParts(ISessionMachine right) : WrongSession(right)
{
    private DecryptionBlt? _waiting;

    public override void Step(SessionEvent happened, ICollection<SessionEffect> effects)
    {
        var next = _waiting;
        if (happened is DecryptionBlt or SplitBlt or StartSessionKeyRefresh or FinishSessionKeyRefresh)
            _waiting = null;
        if (happened is SplitBlt { Parts.Length: > 1 } split)
        {
            _waiting = split.Parts[^1];
            happened = new SplitBlt(split.Transfer, split.Parts[..^1]);
        }

        base.Step(happened, effects);
        if (next is not null && !ReferenceEquals(next, _waiting))
            base.Step(next, effects);
    }
}

/// <summary>Each part begins where the transfer begins in its key stream.</summary>
internal sealed class RestartsCounterInParts(ISessionMachine right) : WrongSession(right)
{
    public override void Step(SessionEvent happened, ICollection<SessionEffect> effects) => base.Step(
        happened is SplitBlt split
            ? new SplitBlt(split.Transfer, [.. split.Parts.Select(part => part with { Iv = split.Parts[0].Iv })])
            : happened,
        effects);
}
