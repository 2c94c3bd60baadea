using Sim.Hardware.Crypto;
using Sim.Hardware.Engines;
using Sim.Hardware.Sessions;

namespace Sim.Tests.Hardware.Sessions.World;

/// <summary>
/// An engine as a queue, or as a bag of jobs of which any may be next. Its beginning and its end of a job are two moves.
/// </summary>
internal sealed class WorldEngine(Func<IEngineMachine> machines, bool isQueue)
{
    private readonly List<LatchedJob> _waiting = [];
    private readonly DecryptionUnit _unit = new();
    private IEngineMachine _machine = machines();
    private SessionKey? _key;

    public bool IsLost { get; private set; }

    public LatchedJob? Running { get; private set; }

    public bool IsIdle => IsLost || (Running is null && _waiting.Count == 0);

    public void Take(LatchedJob job) => _waiting.Add(job);

    /// <summary>Begins a job.</summary>
    /// <returns>The check value of the key that the engine holds for it.</returns>
    public KeyCheckValue Begin(int pick)
    {
        var next = isQueue ? 0 : pick % _waiting.Count;
        Running = _waiting[next];
        _waiting.RemoveAt(next);
        _key = _machine.Step(EngineEvent.Arrived(Running)).Key!;
        return _key.CheckValue();
    }

    /// <summary>Writes the running job's bytes and is done with it.</summary>
    public LatchedJob End()
    {
        var job = Running!;
        _unit.Run(job.Blt, _key!);
        Running = null;
        return _machine.Step(EngineEvent.Done).Job;
    }

    /// <summary>Fails in the middle of a job and starts over.</summary>
    public LatchedJob Fail()
    {
        var job = Running!;
        (Running, _machine) = (null, machines());
        return job;
    }

    public void Lose()
    {
        IsLost = true;
        Running = null;
    }
}
