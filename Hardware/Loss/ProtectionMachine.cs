using Sim.Hardware.Resources;
using Kinds = Sim.Hardware.Loss.ProtectionEffect.Kinds;

namespace Sim.Hardware.Loss;

/// <summary>
/// The content protection of an adapter across teardown, suspend and resume, after the states of Intel's PXP driver (Linux,
/// drivers/gpu/drm/xe/xe_pxp.c). Each loss of keys begins a new generation, each loss of content a new stamp. A teardown
/// that is asked for while another is under way, or while the adapter is suspended, is remembered and happens behind it; more
/// than one then happen as one. After a loss protection starts again when the first session is wanted.
/// </summary>
public sealed class ProtectionMachine : IProtectionMachine
{
    private int _generation = 1;
    private int _wait;

    // A teardown that is asked for and has not begun, and whether it takes content along.
    private bool _isAsked;
    private bool _takesContent;

    /// <inheritdoc/>
    public ProtectionPhase Phase { get; private set; } = ProtectionPhase.Active;

    /// <inheritdoc/>
    public SurfaceGeneration Content { get; private set; } = SurfaceGeneration.First;

    /// <inheritdoc/>
    public void Step(ProtectionEvent happened, ICollection<ProtectionEffect> effects)
    {
        if (Phase == ProtectionPhase.Removed)
            return;
        switch (happened.Kind)
        {
            case ProtectionEvent.Kinds.Teardown:
                (_isAsked, _takesContent) = (true, _takesContent || happened.ContentLost);
                TearDown(effects);
                break;
            case ProtectionEvent.Kinds.Suspend when Phase != ProtectionPhase.Suspended:
                Lose(ProtectionPhase.Suspended, _takesContent, effects);
                _isAsked = _takesContent = false;
                break;
            case ProtectionEvent.Kinds.Resume when Phase == ProtectionPhase.Suspended:
                Restart(effects);
                break;
            case ProtectionEvent.Kinds.SessionWanted when Phase == ProtectionPhase.ReadyToStart:
                Enter(ProtectionPhase.Starting, effects);
                Wait(effects);
                break;
            case ProtectionEvent.Kinds.WaitOver when happened.Wait == _wait:
                if (Phase == ProtectionPhase.Starting)
                    Enter(ProtectionPhase.Active, effects);
                else if (Phase is ProtectionPhase.Terminating or ProtectionPhase.TerminatingAgain)
                    Restart(effects);
                break;
            case ProtectionEvent.Kinds.Remove:
                Lose(ProtectionPhase.Removed, contentLost: true, effects);
                break;
        }
    }

    private void TearDown(ICollection<ProtectionEffect> effects)
    {
        switch (Phase)
        {
            case ProtectionPhase.Terminating:
                Enter(ProtectionPhase.TerminatingAgain, effects);
                break;
            case ProtectionPhase.TerminatingAgain or ProtectionPhase.Suspended:
                break;
            default:
                Terminate(effects);
                break;
        }
    }

    private void Restart(ICollection<ProtectionEffect> effects)
    {
        if (_isAsked)
            Terminate(effects);
        else
            Enter(ProtectionPhase.ReadyToStart, effects);
    }

    private void Terminate(ICollection<ProtectionEffect> effects)
    {
        Lose(ProtectionPhase.Terminating, _takesContent, effects);
        _isAsked = _takesContent = false;
        Wait(effects);
    }

    private void Lose(ProtectionPhase phase, bool contentLost, ICollection<ProtectionEffect> effects)
    {
        _generation++;
        if (contentLost)
            Content = Content.Next();
        Enter(phase, effects);
        effects.Add(new ProtectionEffect(Kinds.LoseKeys, phase, _generation, Content, contentLost));
    }

    // A wait for a phase that is left means nothing any more.
    private void Enter(ProtectionPhase phase, ICollection<ProtectionEffect> effects)
    {
        if (phase != ProtectionPhase.TerminatingAgain)
            _wait++;
        Phase = phase;
        effects.Add(new ProtectionEffect(Kinds.Entered, phase, _generation, Content));
    }

    private void Wait(ICollection<ProtectionEffect> effects) =>
        effects.Add(new ProtectionEffect(Kinds.Wait, Phase, _generation, Wait: _wait));
}
