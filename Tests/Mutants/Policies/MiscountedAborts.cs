using Sim.Hardware.Sessions;

namespace Sim.Tests.Mutants.Policies;

/// <summary>Whether the ending that the policies of a device are told of is an abort.</summary>
internal sealed class EndingKind
{
    public bool IsAbort { get; set; }
}

/// <summary>Notes the kind of each ending; changes nothing.</summary>
internal sealed class NotesAborts(ISessionMachine right, EndingKind ending) : ISessionMachine
{
    public void Step(SessionEvent happened, ICollection<SessionEffect> effects)
    {
        ending.IsAbort = happened is JobEnded { Fault: not null };
        right.Step(happened, effects);
    }
}

/// <summary>A job that is aborted on its engine counts as no ending, or as several.</summary>
/// <param name="right">The right policy.</param>
/// <param name="ending">The kind of the ending that it is told of.</param>
/// <param name="times">How often an abort counts as an ending; once is right.</param>
internal sealed class MiscountsAborts(IKeySwitchPolicy right, EndingKind ending, int times) : WrongPolicy(right)
{
    public override void Ended(LatchedJob job, ICollection<KeySwitchDecision> decisions)
    {
        for (var left = ending.IsAbort ? times : 1; left > 0; left--)
            base.Ended(job, decisions);
    }
}
