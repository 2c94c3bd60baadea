using Sim.Hardware.Sessions;

namespace Sim.Tests.Mutants.Sessions;

/// <summary>A session machine with something wrong about it: it changes what the right one is told or what it decides.</summary>
/// <param name="right">The right one.</param>
internal abstract class WrongSession(ISessionMachine right) : ISessionMachine
{
    private readonly List<SessionEffect> _decided = [];

    public virtual void Step(SessionEvent happened, ICollection<SessionEffect> effects)
    {
        _decided.Clear();
        right.Step(happened, _decided);
        foreach (var effect in _decided)
        {
            Look(happened, effect);
            Rewrite(effect, effects);
        }
    }

    /// <summary>Lets the right one decide something that is neither told nor carried out.</summary>
    protected void StepUnseen(SessionEvent happened) => right.Step(happened, new List<SessionEffect>());

    /// <summary>Sees what the right one decided, before anything is changed.</summary>
    protected virtual void Look(SessionEvent happened, in SessionEffect effect)
    {
    }

    /// <summary>Puts something in the place of an effect; the default leaves it.</summary>
    protected virtual void Rewrite(SessionEffect effect, ICollection<SessionEffect> effects) => effects.Add(effect);
}
