using Sim.Hardware.Crypto;

namespace Sim.Hardware.Sessions;

// Carries nothing out, but puts down what is decided.
internal sealed class EffectList(ICollection<SessionEffect> effects) : ISessionShell
{
    public ICollection<SessionEffect> Effects => effects;

    public void Accept(LatchedJob job) => effects.Add(SessionEffect.Accepted(job));

    public void Dispatch(LatchedJob job, int engine, int slot) => effects.Add(SessionEffect.Dispatch(job, engine, slot));

    public void Complete(LatchedJob job, int engine) => effects.Add(SessionEffect.Completed(job, engine));

    public void AcquireSlot(int epoch) => effects.Add(SessionEffect.AcquireSlot(epoch));

    public void ReleaseSlot(int epoch, bool retired) => effects.Add(SessionEffect.ReleaseSlot(epoch, retired));

    public void StartRefresh(SessionKeyNonce nonce) => effects.Add(SessionEffect.RefreshStarted(nonce));

    public void FinishRefresh(long position, int epoch) => effects.Add(SessionEffect.RefreshFinished(position, epoch));

    public void SwitchKey(int epoch, KeyCheckValue checkValue, SwitchReason reason) =>
        effects.Add(SessionEffect.KeySwitched(epoch, checkValue, reason));

    public void ZeroKey(int epoch, SessionKey key) => effects.Add(SessionEffect.ZeroKey(epoch, key));

    public void CarryOut(in SessionEffect effect) => effects.Add(effect);
}
