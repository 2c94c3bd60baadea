using Sim.Hardware.Sessions;

namespace Sim.Hardware.Engines;

/// <summary>One engine: one job at a time, each under the key that it latched at acceptance.</summary>
public sealed class EngineMachine : IEngineMachine
{
    private LatchedJob? _running;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">A job arrives while one runs, or one stops while none runs.</exception>
    public EngineEffect Step(EngineEvent happened)
    {
        if (happened is { Kind: EngineEvent.Kinds.Arrived, Job: { } job })
        {
            if (_running is not null)
                throw new InvalidOperationException($"Job {job.Job} arrived while job {_running.Job} runs.");
            _running = job;
            return EngineEffect.Start(job, job.Key);
        }

        var stopped = _running ?? throw new InvalidOperationException("No job runs.");
        _running = null;
        return EngineEffect.End(stopped);
    }
}
