namespace Sim.Hardware.Sessions;

/// <summary>
/// Carries out what a session machine decides, effect by effect, in the machine's order. It is called within the machine's step: it
/// only does as it is told, and steps no machine meanwhile. What every job brings has a call of its own, so that nothing is made,
/// kept and looked at for it.
/// </summary>
public interface ISessionShell
{
    /// <summary>A job was accepted.</summary>
    void Accept(LatchedJob job);

    /// <summary>Hand a job to an engine; <paramref name="slot"/> holds its key, -1 without slots.</summary>
    void Dispatch(LatchedJob job, int engine, int slot);

    /// <summary>The one ending of a job: completed on this engine.</summary>
    void Complete(LatchedJob job, int engine);

    /// <summary>Carries out an effect of any kind.</summary>
    void CarryOut(in SessionEffect effect);
}
