namespace Sim.Hardware.Sessions;

// Carries nothing out, but puts down what is decided.
internal sealed class EffectList(ICollection<SessionEffect> effects) : ISessionShell
{
    public ICollection<SessionEffect> Effects => effects;

    public void Accept(LatchedJob job) => effects.Add(SessionEffect.Accepted(job));

    public void Dispatch(LatchedJob job, int engine, int slot) => effects.Add(SessionEffect.Dispatch(job, engine, slot));

    public void Complete(LatchedJob job, int engine) => effects.Add(SessionEffect.Completed(job, engine));

    public void CarryOut(in SessionEffect effect) => effects.Add(effect);
}
