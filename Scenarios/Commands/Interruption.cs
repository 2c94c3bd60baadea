using System.Runtime.InteropServices;

namespace Sim.Scenarios.Commands;

/// <summary>
/// Turns the signals by which a user or a terminal stops a program (SIGINT, SIGTERM, SIGHUP) into a cancellation, so that a
/// command can clean up. A second signal ends the process at once.
/// </summary>
public sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _interrupted = new();
    private readonly PosixSignalRegistration[] _registrations;

    /// <summary>Begins to listen.</summary>
    public Interruption() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt),
        PosixSignalRegistration.Create(PosixSignal.SIGHUP, Interrupt),
    ];

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _interrupted.Token;

    /// <summary>Takes a signal: the first cancels, and spares the process.</summary>
    public void Interrupt(PosixSignalContext signal)
    {
        signal.Cancel = !_interrupted.IsCancellationRequested;
        _interrupted.Cancel();
    }

    /// <summary>Stops listening.</summary>
    public void Dispose()
    {
        // The token source is left to the collector: a signal may be on its way on another thread.
        foreach (var registration in _registrations)
            registration.Dispose();
    }
}
