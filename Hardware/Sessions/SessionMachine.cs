using System.Runtime.CompilerServices;
using Sim.Hardware.Choices;
using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.Engines;

namespace Sim.Hardware.Sessions;

/// <summary>
/// The rules of one crypto session. It numbers the accepted commands, latches each job's key at acceptance, and gives
/// every accepted job exactly one ending; when jobs go on and barriers open is its policy's decision. What the documents
/// leave open is decided as docs/decisions/0002-misuse.md says.
/// </summary>
/// <param name="session">Number of the session on its device.</param>
/// <param name="limits">Its bounds.</param>
/// <param name="policy">Its key-switch policy.</param>
/// <param name="engines">Number of engines in the pool, at least 1.</param>
/// <param name="choices">
/// When keys are bound to work (7.5, 7.7) and wiped (7.42); null: as Sim chose. Nothing else of it counts here.
/// </param>
public sealed partial class SessionMachine(
    int session, SessionLimits limits, IKeySwitchPolicy policy, int engines, DdiChoices? choices = null) : ISessionMachine
{
    private readonly SessionLimits _limits = limits.Checked();
    private SessionKeys _keys = new();
    private JobLedger _jobs = new();
    private IvHistory _ivs = new();
    private EngineChoice _choice = new(engines, first: session);
    private readonly StepList<KeySwitchDecision> _decisions = [];

    // For those who want the effects themselves.
    private EffectList? _list;
    private SessionPhase _phase = SessionPhase.Created;
    private SessionKeyNonce? _pendingNonce;
    private int _pendingSwitches;
    private long _position;

    // The epoch whose key the last job that went on found, or put, in the hardware.
    private int _lastProgrammed = -1;
    private bool _contentLost;
    private bool _ended;

    // A session that was closed is not there to be asked; whoever asks it all the same is told the same as before.
    private CryptoSessionStatus Status => _phase == SessionPhase.KeyLost
        ? _contentLost ? CryptoSessionStatus.KeyAndContentLost : CryptoSessionStatus.KeyLost
        : CryptoSessionStatus.Ok;

    /// <inheritdoc/>
    public void Step(SessionEvent happened, ICollection<SessionEffect> effects)
    {
        if (_list?.Effects != effects)
            _list = new EffectList(effects);
        Step(happened, _list);
    }

    /// <inheritdoc/>
    public void Step(SessionEvent happened, ISessionShell shell)
    {
        // Jobs come first and by themselves: there are many more of them than of all else.
        if (happened is DecryptionBlt blt)
            Submit(blt, shell);
        else if (happened is JobEnded job)
            End(job, shell);
        else
            Take(happened, shell);
        if (_decisions.Count > 0)
            CarryOut(shell);
        if (_phase == SessionPhase.Closed)
            EndIfOver(shell);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void EndIfOver(ISessionShell shell)
    {
        if (_jobs.Count > 0 || _ended)
            return;
        _ended = true;
        shell.CarryOut(SessionEffect.Ended());
    }

    private void Take(SessionEvent happened, ISessionShell shell)
    {
        switch (happened)
        {
            case StartSessionKeyRefresh start:
                Start(start, shell);
                break;
            case FinishSessionKeyRefresh:
                Finish(shell);
                break;
            case KeySlotGranted granted:
                if (granted.Programmed)
                    _lastProgrammed = granted.Epoch - 1;
                policy.Granted(granted.Epoch, granted.Slot, _decisions);
                break;
            case NegotiateKey negotiate:
                Negotiate(negotiate.Key, shell);
                break;
            case KeySlotWanted wanted:
                policy.Wanted(wanted.Epoch, _decisions);
                break;
            case KeyMarkerMet met:
                policy.MarkerMet(met.Epoch, met.Engine, _decisions);
                break;
            case EngineLost lost:
                LoseEngine(lost.Engine, shell);
                break;
            case EngineUnfit unfit:
                _choice.Refuse(unfit.Engine);
                policy.Lost(unfit.Engine, _decisions);
                break;
            case LoseKey lost when _phase is SessionPhase.Created or SessionPhase.Ready:
                Lose(lost, shell);
                break;
            case LoseKey { ContentLost: true } when _phase == SessionPhase.KeyLost && !_contentLost:
                _contentLost = true;
                shell.CarryOut(SessionEffect.KeyLost(contentLost: true));
                break;
            case SplitBlt split:
                Submit(split, shell);
                break;
            case CheckSessionStatus:
                shell.CarryOut(SessionEffect.StatusChecked(Status));
                break;
            case CloseSession when _phase != SessionPhase.Closed:
                Close(shell);
                break;
            case LoseKey:
                break;
            case CloseSession:
                shell.CarryOut(SessionEffect.Misused(nameof(CloseSession), Misuse.SessionClosed));
                break;
            default:
                throw new ArgumentException($"A session knows no event {happened.GetType().Name}.", nameof(happened));
        }
    }

    private void Negotiate(SessionKey? key, ISessionShell shell)
    {
        var refusal = _phase switch
        {
            SessionPhase.KeyLost or SessionPhase.Closed => DdiStatus.InvalidArg,
            _ when key is null => DdiStatus.InvalidArg,
            SessionPhase.Ready when _pendingSwitches >= _limits.PendingRefreshes => DdiStatus.OutOfMemory,
            _ => DdiStatus.Ok,
        };
        if (refusal != DdiStatus.Ok || key is null)
        {
            shell.CarryOut(SessionEffect.NegotiationRefused(refusal));
            if (key is not null)
                shell.ZeroKey(_keys.Epoch + 1, key);
            return;
        }

        _pendingNonce = null;
        BeginEpoch(key, shell);
        var checkValue = key.CheckValue();
        shell.CarryOut(SessionEffect.Negotiated(++_position, _keys.Epoch, checkValue));
        if (_phase == SessionPhase.Created)
        {
            _phase = SessionPhase.Ready;
            policy.Began(_decisions);
        }
        else
        {
            Switch(new KeySwitch(_keys.Epoch, checkValue, SwitchReason.Renegotiated));
        }
    }

    private void Start(StartSessionKeyRefresh start, ISessionShell shell)
    {
        Misuse? broken = MisuseOfPhase();
        if (broken is null && start.RandomNumberSize != SessionKey.Size)
            broken = Misuse.RandomNumberSize;
        if (broken is null && _pendingSwitches >= _limits.PendingRefreshes)
            broken = Misuse.RefreshLimit;
        if (broken is { } rule)
        {
            shell.CarryOut(SessionEffect.Misused(nameof(StartSessionKeyRefresh), rule));
            return;
        }

        if (_pendingNonce is not null)
            shell.CarryOut(SessionEffect.Misused(nameof(StartSessionKeyRefresh), Misuse.StartReplacesPending));
        _position++;
        _pendingNonce = start.Nonce;
        shell.StartRefresh(start.Nonce);
    }

    private void Finish(ISessionShell shell)
    {
        if (MisuseOfPhase() is { } rule)
        {
            shell.CarryOut(SessionEffect.Misused(nameof(FinishSessionKeyRefresh), rule));
            return;
        }

        if (_pendingNonce is not { } nonce)
        {
            shell.CarryOut(SessionEffect.Misused(nameof(FinishSessionKeyRefresh), Misuse.FinishWithoutStart));
            return;
        }

        _pendingNonce = null;
        var key = _keys.Current.Refresh(nonce);
        shell.FinishRefresh(++_position, _keys.Epoch + 1);
        BeginEpoch(key, shell);
        Switch(new KeySwitch(_keys.Epoch, key.CheckValue(), SwitchReason.Refreshed));
    }

    private void Close(ISessionShell shell)
    {
        var wasLost = _phase == SessionPhase.KeyLost;
        _phase = SessionPhase.Closed;
        shell.CarryOut(SessionEffect.Closed());
        if (!wasLost)
            GiveUp(shell);
        if (_wipesAtClose)
            _keys.WipeAll(shell);
    }

    private void Lose(LoseKey lost, ISessionShell shell)
    {
        (_phase, _contentLost) = (SessionPhase.KeyLost, lost.ContentLost);
        shell.CarryOut(SessionEffect.KeyLost(lost.ContentLost));
        GiveUp(shell);
    }

    private void GiveUp(ISessionShell shell)
    {
        _pendingNonce = null;
        policy.Abandon(_decisions);
        CarryOut(shell);
        _keys.End(shell);
    }

    private void BeginEpoch(SessionKey key, ISessionShell shell)
    {
        _keys.Begin(key, shell);
        _ivs.Clear();
    }

    private void Switch(KeySwitch keySwitch)
    {
        _pendingSwitches++;
        policy.Accepted(keySwitch, _decisions);
    }

    private Misuse? MisuseOfPhase() => _phase switch
    {
        SessionPhase.Created => Misuse.NoSessionKey,
        SessionPhase.KeyLost => Misuse.KeyLost,
        SessionPhase.Closed => Misuse.SessionClosed,
        _ => null,
    };
}
