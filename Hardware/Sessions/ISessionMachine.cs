namespace Sim.Hardware.Sessions;

/// <summary>
/// The rules of one crypto session: an event comes in, effects go out in the order in which they must be carried out.
/// It performs nothing itself; a decorator can change what it decides.
/// </summary>
public interface ISessionMachine
{
    /// <summary>Takes one event and appends what follows from it.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="effects">Receives the effects, in order. The caller empties it between steps.</param>
    void Step(SessionEvent happened, ICollection<SessionEffect> effects);

    /// <summary>Takes one event and has what follows from it carried out, in order.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="shell">Told each effect.</param>
    void Step(SessionEvent happened, ISessionShell shell)
    {
        List<SessionEffect> effects = [];
        Step(happened, effects);
        foreach (var effect in effects)
            shell.CarryOut(effect);
    }
}
