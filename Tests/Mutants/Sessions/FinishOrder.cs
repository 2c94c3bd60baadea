using Sim.Hardware.Sessions;

namespace Sim.Tests.Mutants.Sessions;

// Where in the stream the key changes.

internal sealed class SwitchesAtStart(ISessionMachine right) : WrongSession(right)
{
    public override void Step(SessionEvent happened, ICollection<SessionEffect> effects)
    {
        if (happened is FinishSessionKeyRefresh)
            return;
        base.Step(happened, effects);
        if (happened is StartSessionKeyRefresh)
            base.Step(FinishSessionKeyRefresh.Instance, effects);
    }
}

internal sealed class FinishesOneJobLate(ISessionMachine right) : WrongSession(right)
{
    private int _late;

    public override void Step(SessionEvent happened, ICollection<SessionEffect> effects)
    {
        if (happened is FinishSessionKeyRefresh)
        {
            _late++;
            return;
        }

        if (happened is DecryptionBlt)
            base.Step(happened, effects);
        for (; happened is DecryptionBlt or StartSessionKeyRefresh or NegotiateKey && _late > 0; _late--)
            base.Step(FinishSessionKeyRefresh.Instance, effects);
        if (happened is not DecryptionBlt)
            base.Step(happened, effects);
    }
}

internal sealed class FinishOvertakesJob(ISessionMachine right) : WrongSession(right)
{
    private DecryptionBlt? _waiting;

    public override void Step(SessionEvent happened, ICollection<SessionEffect> effects)
    {
        var waiting = _waiting;
        _waiting = happened as DecryptionBlt;
        if (happened is FinishSessionKeyRefresh)
            base.Step(happened, effects);
        if (waiting is not null)
            base.Step(waiting, effects);
        if (happened is not (FinishSessionKeyRefresh or DecryptionBlt))
            base.Step(happened, effects);
    }
}
