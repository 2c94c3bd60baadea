using Sim.Hardware.Crypto;
using Sim.Hardware.Engines;
using Sim.Hardware.Sessions;

namespace Sim.Tests.Hardware.Sessions.World;

/// <summary>
/// An engine as a bag of jobs, any of which may be next, or as a strict queue, in which markers may stand. Its
/// beginning and its end of a job are two moves.
/// </summary>
internal sealed class WorldEngine(IEngineMachine machine, bool strictOrder)
{
    private readonly List<object> _waiting = [];
    private DecryptionUnit _unit;
    private SessionKey? _key;

    public bool IsLost { get; private set; }

    public LatchedJob? Running { get; private set; }

    public bool IsIdle => IsLost || (Running is null && _waiting.Count == 0);

    public void Take(object work) => _waiting.Add(work);

    /// <summary>Takes what is next: begins a job, or meets a marker.</summary>
    /// <returns>What it took, and what its machine said.</returns>
    public (object Work, EngineEffect Effect) Begin(int pick)
    {
        var work = _waiting[strictOrder ? 0 : pick % _waiting.Count];
        _waiting.Remove(work);
        var effect = machine.Step(work is LatchedJob job ? EngineEvent.Arrived(job) : EngineEvent.Marked((KeyMarker)work));
        if (effect.Kind == EngineEffect.Kinds.Start)
            (Running, _key) = (effect.Job, effect.Key);
        return (work, effect);
    }

    /// <summary>Writes the running job's bytes and is done with it.</summary>
    public LatchedJob End()
    {
        var job = Running!;
        _unit.Run(job.Blt, _key!);
        Running = null;
        return machine.Step(EngineEvent.Done).Job!;
    }

    /// <summary>Fails in the middle of a job and is reset: queue and registers stay.</summary>
    public EngineEffect Fail(AbortReason reason)
    {
        Running = null;
        return machine.Step(EngineEvent.Reset(reason));
    }

    public void Lose()
    {
        IsLost = true;
        Running = null;
    }
}
