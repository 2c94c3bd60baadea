using Sim.Hardware.Crypto;

namespace Sim.Hardware.Sessions;

/// <summary>
/// Carries out what a session machine decides, effect by effect, in the machine's order. It is called within the machine's step: it
/// only does as it is told, and steps no machine meanwhile. What comes with every job and every key switch has a call of its own, so
/// that nothing is made, kept and looked at for it; <see cref="CarryOut"/> takes each kind.
/// </summary>
public interface ISessionShell
{
    /// <summary>Does as <see cref="SessionEffect.Kinds.Accepted"/> says.</summary>
    void Accept(LatchedJob job);

    /// <summary>Does as <see cref="SessionEffect.Kinds.Dispatch"/> says.</summary>
    void Dispatch(LatchedJob job, int engine, int slot);

    /// <summary>Does as <see cref="SessionEffect.Kinds.Completed"/> says.</summary>
    void Complete(LatchedJob job, int engine);

    /// <summary>Does as <see cref="SessionEffect.Kinds.AcquireSlot"/> says.</summary>
    void AcquireSlot(int epoch);

    /// <summary>Does as <see cref="SessionEffect.Kinds.ReleaseSlot"/> says.</summary>
    void ReleaseSlot(int epoch, bool retired);

    /// <summary>Does as <see cref="SessionEffect.Kinds.RefreshStarted"/> says.</summary>
    void StartRefresh(SessionKeyNonce nonce);

    /// <summary>Does as <see cref="SessionEffect.Kinds.RefreshFinished"/> says.</summary>
    void FinishRefresh(long position, int epoch);

    /// <summary>Does as <see cref="SessionEffect.Kinds.KeySwitched"/> says.</summary>
    void SwitchKey(int epoch, KeyCheckValue checkValue, SwitchReason reason);

    /// <summary>Does as <see cref="SessionEffect.Kinds.ZeroKey"/> says.</summary>
    void ZeroKey(int epoch, SessionKey key);

    /// <summary>Does as an effect of any kind says.</summary>
    void CarryOut(in SessionEffect effect);
}
