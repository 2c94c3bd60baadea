using Sim.Actors;
using Sim.Hardware.Engines;
using Sim.Hardware.Sessions;

namespace Sim.Tests.Actors;

/// <summary>The machines of a policy, with an engine that throws when a job arrives for which <paramref name="fails"/> says so.</summary>
internal sealed class FailingEngines(string policy, Func<int, LatchedJob, bool> fails) : IDeviceMachines
{
    private readonly PolicyMachines _right = new(policy);

    public string Policy => policy;

    public ISessionMachine Session(int session, SessionLimits limits, int engines) => _right.Session(session, limits, engines);

    public IEngineMachine Engine(int engine) => new FailingEngine(engine, fails, _right.Engine(engine));

    private sealed class FailingEngine(int engine, Func<int, LatchedJob, bool> fails, IEngineMachine inner) : IEngineMachine
    {
        public EngineEffect Step(EngineEvent happened) =>
            happened.Job is { } job && fails(engine, job) ? throw new EngineBrokeException() : inner.Step(happened);
    }
}

internal sealed class EngineBrokeException : Exception;
