using Sim.Hardware.Crypto;
using Sim.Hardware.Sessions;
using Kinds = Sim.Hardware.Sessions.SessionEffect.Kinds;

namespace Sim.Tests.Mutants.Sessions;

/// <summary>Tells the client the number that was drawn, and uses another.</summary>
internal abstract class WrongNumber(ISessionMachine right) : WrongSession(right)
{
    private SessionKeyNonce _drawn;

    /// <summary>The number that waits for its Finish; null: none.</summary>
    protected SessionKeyNonce? Pending { get; private set; }

    public override void Step(SessionEvent happened, ICollection<SessionEffect> effects)
    {
        if (happened is StartSessionKeyRefresh start)
        {
            _drawn = start.Nonce;
            happened = start with { Nonce = Use(_drawn) };
        }

        base.Step(happened, effects);
    }

    protected override void Look(SessionEvent happened, in SessionEffect effect) => Pending = effect.Kind switch
    {
        Kinds.RefreshStarted => effect.Nonce,
        Kinds.RefreshFinished or Kinds.Negotiated => null,
        _ => Pending,
    };

    protected override void Rewrite(SessionEffect effect, ICollection<SessionEffect> effects) =>
        effects.Add(effect.Kind == Kinds.RefreshStarted ? SessionEffect.RefreshStarted(_drawn) : effect);

    protected abstract SessionKeyNonce Use(SessionKeyNonce drawn);

    protected static SessionKeyNonce Xor(SessionKeyNonce one, SessionKeyNonce other)
    {
        Span<byte> bytes = stackalloc byte[SessionKeyNonce.Size];
        Span<byte> others = stackalloc byte[SessionKeyNonce.Size];
        one.Write(bytes);
        other.Write(others);
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] ^= others[i];
        return SessionKeyNonce.Read(bytes);
    }
}

internal sealed class KeepsFirstNumber(ISessionMachine right) : WrongNumber(right)
{
    protected override SessionKeyNonce Use(SessionKeyNonce drawn) => Pending ?? drawn;
}

internal sealed class AppliesBothNumbers(ISessionMachine right) : WrongNumber(right)
{
    protected override SessionKeyNonce Use(SessionKeyNonce drawn) => Pending is { } first ? Xor(first, drawn) : drawn;
}

internal sealed class RefreshesOpenKey(ISessionMachine right) : WrongNumber(right)
{
    // What the switches that have not opened yet have changed: undone, so that the new key comes from the open one.
    private readonly Queue<SessionKeyNonce> _notOpen = new();

    protected override void Look(SessionEvent happened, in SessionEffect effect)
    {
        if (effect.Kind == Kinds.RefreshFinished)
            _notOpen.Enqueue(Pending!.Value);
        else if (effect.Kind == Kinds.KeySwitched)
            _notOpen.TryDequeue(out _);
        base.Look(happened, effect);
    }

    protected override SessionKeyNonce Use(SessionKeyNonce drawn) => _notOpen.Aggregate(drawn, Xor);
}

/// <summary>Where all sessions of a device keep the number that was drawn last.</summary>
internal sealed class SharedNumber
{
    public SessionKeyNonce Number { get; set; }
}

internal sealed class AppliesNumberOfAnySession(ISessionMachine right, SharedNumber shared) : WrongSession(right)
{
    private bool _isPending;

    public override void Step(SessionEvent happened, ICollection<SessionEffect> effects)
    {
        if (happened is FinishSessionKeyRefresh && _isPending)
            StepUnseen(new StartSessionKeyRefresh(SessionKey.Size, shared.Number));
        base.Step(happened, effects);
    }

    protected override void Look(SessionEvent happened, in SessionEffect effect)
    {
        if (effect.Kind == Kinds.RefreshStarted)
            (shared.Number, _isPending) = (effect.Nonce, true);
        else if (effect.Kind is Kinds.RefreshFinished or Kinds.Negotiated)
            _isPending = false;
    }
}

internal sealed class ReadsNumberAtOpening(ISessionMachine right) : KeyFollower(right)
{
    private SessionKey? _latched;
    private int _notOpen;

    // The jobs of the epoch that has not opened are held, and their key is not made yet.
    protected override void Look(SessionEvent happened, in SessionEffect effect)
    {
        base.Look(happened, effect);
        if (effect.Kind == Kinds.RefreshFinished)
            (_notOpen, _latched) = (_notOpen + 1, null);
        else if (effect.Kind == Kinds.KeySwitched)
            _notOpen--;
        else if (effect.Kind == Kinds.Accepted)
            _latched = effect.Job!.Key;
        else if (effect.Kind == Kinds.RefreshStarted && _notOpen > 0)
            _latched?.Overwrite(KeyBefore!.Refresh(effect.Nonce));
    }
}
