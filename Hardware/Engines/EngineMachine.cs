using Sim.Hardware.Crypto;
using Sim.Hardware.Sessions;

namespace Sim.Hardware.Engines;

/// <summary>
/// One engine: one job at a time, in the order of its queue. Without registers each job runs under the key that it latched
/// at acceptance. With them the latch is the epoch: the job runs under the register of its session, and a register of
/// another epoch is a fault, never a decryption. When the hardware loses its keys, what belongs to the sessions of that time
/// ends aborted, running or queued: the number of the first session that came later is the generation that jobs are held to.
/// </summary>
/// <param name="registers">The engine's key registers; null: keys travel with the jobs.</param>
public sealed class EngineMachine(KeyRegisters? registers = null) : IEngineMachine
{
    private LatchedJob? _running;
    private int _firstSession;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">
    /// Something arrives while a job runs, a job is done while none runs, or a marker arrives without registers.
    /// </exception>
    public EngineEffect Step(EngineEvent happened) => happened.Kind switch
    {
        EngineEvent.Kinds.Arrived => Begin(happened.Job!),
        EngineEvent.Kinds.Done => Finish(),
        _ => StepAside(happened),
    };

    // All that happens to other than plain jobs.
    private EngineEffect StepAside(EngineEvent happened)
    {
        switch (happened.Kind)
        {
            case EngineEvent.Kinds.Marked:
                Meet(happened.Marker!);
                return EngineEffect.MarkerMet(happened.Marker!);
            case EngineEvent.Kinds.Restarted:
                return Restart();
            case EngineEvent.Kinds.KeysLost:
                return LoseKeys(happened.FirstSession);
            default:
                var stopped = _running;
                _running = null;
                return stopped is null ? EngineEffect.Nothing : EngineEffect.Abort(stopped, happened.Reason);
        }
    }

    private EngineEffect Finish()
    {
        var done = _running ?? throw new InvalidOperationException("No job runs.");
        _running = null;
        return EngineEffect.End(done);
    }

    private EngineEffect LoseKeys(int firstSession)
    {
        _firstSession = firstSession;
        registers?.Lose(firstSession);
        if (_running is not { } running || running.Session >= firstSession)
            return EngineEffect.Nothing;
        _running = null;
        return EngineEffect.Abort(running, AbortReason.KeyLost);
    }

    private EngineEffect Restart()
    {
        if (_running is not { } innocent)
            return EngineEffect.Nothing;
        _running = null;
        return Begin(innocent);
    }

    // A marker of a session whose key is lost has nothing to load, but who waits for it must not wait for good.
    private void Meet(KeyMarker marker)
    {
        RequireIdle();
        if (registers is null)
            throw new InvalidOperationException("The engine has no key registers.");
        if (marker.Session >= _firstSession || marker.Key is null)
            registers.Meet(marker);
    }

    private EngineEffect Begin(LatchedJob job)
    {
        RequireIdle();
        if (job.Session < _firstSession)
            return EngineEffect.Abort(job, AbortReason.KeyLost);
        if (registers is not null)
            return BeginUnderRegister(job, registers);
        _running = job;
        return EngineEffect.Start(job, job.Key, job.ProgramsKey);
    }

    private EngineEffect BeginUnderRegister(LatchedJob job, KeyRegisters registers)
    {
        if (!registers.TryUse(job.Session, job.Epoch, out var key, out var programsKey))
            return EngineEffect.Abort(job, AbortReason.KeyRegister);
        _running = job;
        return EngineEffect.Start(job, key, programsKey);
    }

    private void RequireIdle()
    {
        if (_running is { } running)
            throw NotIdle(running);
    }

    private static InvalidOperationException NotIdle(LatchedJob running) => new($"Something arrived while job {running.Job} runs.");
}
