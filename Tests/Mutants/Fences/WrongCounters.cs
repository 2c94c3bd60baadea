using Sim.Hardware.Engines;
using Sim.Hardware.Fences;
using Sim.Tests.Mutants.Engines;

namespace Sim.Tests.Mutants.Fences;

/// <summary>What counts the endings on an engine, with something wrong about it when the engine is reset.</summary>
internal abstract class ResettableCounter : IProgressCounter
{
    private ulong _tellAt = ulong.MaxValue;

    public ulong Value { get; private set; }

    public bool Advance()
    {
        if (++Value < _tellAt)
            return false;
        _tellAt = ulong.MaxValue;
        return true;
    }

    public bool TellAt(ulong value)
    {
        if (value <= Value)
            return true;
        _tellAt = Math.Min(_tellAt, value);
        return false;
    }

    public abstract void Reset();

    protected void Set(ulong value, ulong tellAt) => (Value, _tellAt) = (value, tellAt);
}

/// <summary>A reset clears the engine's registers, and both numbers are among them.</summary>
internal sealed class ClearedByReset : ResettableCounter
{
    public override void Reset() => Set(value: 0, tellAt: 0);
}

/// <summary>The count is kept over a reset, and what it is to be told at is not.</summary>
internal sealed class ForgetsWaitsAtReset : ResettableCounter
{
    public override void Reset() => Set(Value, ulong.MaxValue);
}

/// <summary>The job that a reset aborts is counted when it is aborted and once more when the engine goes on.</summary>
internal sealed class CountsAbortTwice : ResettableCounter
{
    public override void Reset() => Advance();
}

/// <summary>Tells a counter of the resets of its engine.</summary>
internal sealed class TellsResets(IEngineMachine right, ResettableCounter counter) : WrongEngine(right)
{
    public override EngineEffect Step(EngineEvent happened)
    {
        if (happened.Kind == EngineEvent.Kinds.Reset)
            counter.Reset();
        return base.Step(happened);
    }
}
