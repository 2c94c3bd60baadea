using Sim.Hardware.Crypto;
using Sim.Hardware.Engines;
using Sim.Hardware.Sessions;

namespace Sim.Tests.Mutants.Engines;

/// <summary>
/// An engine whose key registers do not know their epoch, as plain hardware has them: a job runs under whatever its
/// session's register holds. That is right as long as everything else is; what a tag would turn into an abort is a wrong
/// decryption here.
/// </summary>
internal class UntaggedRegisters : IEngineMachine
{
    private readonly EngineMachine _right = new();
    private readonly Dictionary<int, SessionKey> _registers = [];

    public virtual EngineEffect Step(EngineEvent happened)
    {
        if (happened.Kind == EngineEvent.Kinds.Marked)
        {
            Meet(happened.Marker!);
            return EngineEffect.MarkerMet(happened.Marker!);
        }

        if (happened.Kind != EngineEvent.Kinds.Arrived)
            return _right.Step(happened);
        var job = happened.Job!;
        if (!_registers.TryGetValue(RegisterOf(job.Session), out var key))
            return EngineEffect.Abort(job, AbortReason.KeyRegister);
        var right = _right.Step(happened);
        return right.Kind == EngineEffect.Kinds.Start ? EngineEffect.Start(job, key) : right;
    }

    protected virtual int RegisterOf(int session) => session;

    protected virtual void Meet(KeyMarker marker)
    {
        if (marker.Key is { } key)
            Load(marker.Session, key);
        else
            _registers.Remove(RegisterOf(marker.Session));
    }

    protected void Load(int session, SessionKey key) => _registers[RegisterOf(session)] = key;
}

/// <summary>A marker loads the key of the one before it.</summary>
internal sealed class LoadsMarkersLate : UntaggedRegisters
{
    private readonly Dictionary<int, KeyMarker> _last = [];

    protected override void Meet(KeyMarker marker)
    {
        base.Meet(_last.GetValueOrDefault(marker.Session, marker));
        _last[marker.Session] = marker;
    }
}

/// <summary>A reset brings back the key that each register held first.</summary>
internal sealed class RestoresFirstKeysAtReset : UntaggedRegisters
{
    private readonly SortedDictionary<int, SessionKey> _first = [];

    public override EngineEffect Step(EngineEvent happened)
    {
        if (happened.Kind == EngineEvent.Kinds.Reset)
        {
            foreach (var (session, key) in _first)
                Load(session, key);
        }

        return base.Step(happened);
    }

    protected override void Meet(KeyMarker marker)
    {
        if (marker.Key is { } key)
            _first.TryAdd(marker.Session, key.Refresh(default));
        base.Meet(marker);
    }
}

/// <summary>One register for all sessions.</summary>
internal sealed class SharesRegister : UntaggedRegisters
{
    protected override int RegisterOf(int session) => 0;
}
