namespace Sim.Hardware.Loss;

/// <summary>
/// The teardown of hardware protection on one adapter. The kernel driver announces it before it happens, if it can, and
/// reports it after; only the report costs keys and signals the application's event. A teardown that is announced while
/// another is under way is remembered.
/// </summary>
/// <param name="Announced">Teardowns that are announced and have not happened.</param>
/// <param name="Happened">Teardowns that have happened.</param>
public readonly record struct AdapterTeardown(int Announced, int Happened)
{
    /// <summary>HARDWARECONTENTPROTECTIONTEARDOWN with the flag PREEMPTIVE: a teardown is about to happen.</summary>
    public AdapterTeardown Announce() => this with { Announced = Announced + 1 };

    /// <summary>
    /// HARDWARECONTENTPROTECTIONTEARDOWN without the flag: a teardown has happened, announced or not. Sessions of all
    /// devices on the adapter lose their keys (<see cref="SessionLoss.Teardown"/>), and then the event is signalled.
    /// </summary>
    public AdapterTeardown Happen() => new(Math.Max(0, Announced - 1), Happened + 1);

    /// <summary>Whether a teardown is announced that has not happened.</summary>
    public bool IsPending => Announced > 0;
}
