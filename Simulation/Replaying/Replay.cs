using System.Collections.Immutable;
using Sim.Simulation.Experiments;
using Sim.Simulation.Schedules;
using Sim.Simulation.Strategies;

namespace Sim.Simulation.Replaying;

/// <summary>
/// Follows recorded choices. A step that may not happen where it stands is a divergence: in a strict replay the end, in a
/// loose one it is left out. Behind the last step everything goes on in canonical order.
/// </summary>
/// <param name="experiment">Describes messages.</param>
/// <param name="steps">The choices.</param>
/// <param name="isStrict">False: what does not fit is left out.</param>
public sealed class Replay(IExperiment experiment, ImmutableArray<ScheduledStep> steps, bool isStrict) : IStrategy
{
    private readonly ImmutableArray<ScheduledStep>.Builder _done = ImmutableArray.CreateBuilder<ScheduledStep>();
    private int _next;

    /// <inheritdoc/>
    public string Name => "replay";

    /// <inheritdoc/>
    public bool IsExhausted => false;

    /// <summary>True when every recorded step has been done or left out.</summary>
    public bool IsOver => _next == steps.Length;

    /// <summary>True when the last choice was a recorded step; false behind the last of them.</summary>
    public bool IsFollowing { get; private set; }

    /// <summary>The recorded steps that were done: all so far, but for those that were left out.</summary>
    public ImmutableArray<ScheduledStep> Done => _done.ToImmutable();

    /// <inheritdoc/>
    public void Begin(ulong seed)
    {
        _next = 0;
        _done.Clear();
        IsFollowing = false;
    }

    /// <inheritdoc/>
    /// <exception cref="DivergenceException">A strict replay came to a step that may not happen.</exception>
    public int Choose(Enabled enabled, long step)
    {
        for (; _next < steps.Length; _next++)
        {
            for (var i = 0; i < enabled.Count; i++)
            {
                if (!StepNames.Is(enabled, i, steps[_next], experiment))
                    continue;
                _done.Add(steps[_next++]);
                IsFollowing = true;
                return i;
            }

            if (isStrict)
                throw Divergence(enabled);
        }

        IsFollowing = false;
        return 0;
    }

    /// <inheritdoc/>
    public void End()
    {
    }

    private DivergenceException Divergence(in Enabled enabled)
    {
        var possible = ImmutableArray.CreateBuilder<ScheduledStep>(enabled.Count);
        for (var i = 0; i < enabled.Count; i++)
            possible.Add(StepNames.Of(enabled, i, experiment));
        return new DivergenceException(_next + 1, steps[_next], possible.MoveToImmutable());
    }
}
