using Sim.Control;
using Sim.Simulation.Schedules;
using Sim.Simulation.Strategies.Reduction;

namespace Sim.Simulation.Strategies;

/// <summary>
/// Every schedule that matters, depth first: of those that differ only in the order of steps that do not touch each other, one.
/// Dynamic partial-order reduction with source sets and sleep sets: Abdulla, Aronis, Jonsson, Sagonas, "Optimal dynamic
/// partial order reduction", POPL 2014. A schedule that would repeat an order is left as soon as it must
/// (<see cref="IStrategy.Prune"/>).
/// <para>
/// What two steps touch is told by the world (<see cref="IEffectLog"/>); one that does not tell is searched without reduction.
/// What it cannot tell is outside the claim: objects that actors share otherwise than by messages (a task that is kept over
/// several messages among them), subscriptions to the event stream, selections by path, and under <see cref="Timing.Any"/> the
/// clock. Under <see cref="Timing.Model"/> whatever fires is a barrier, and only what is between two can be exchanged.
/// </para>
/// </summary>
public sealed class Exhaustive : IStrategy
{
    /// <summary>Longest schedule that can be searched.</summary>
    public const int StepsMax = 1 << 14;

    private readonly RaceSearch _races = new();
    private readonly List<long> _pending = [];
    private Fork[] _forks = [];
    private IControlledWorld? _world;
    private IEffectLog? _log;
    private Timing _timing;
    private long _firstStep;
    private int _depth;
    private int _told;
    private bool _isPruned;

    // The forks whose choice stands: all but the last of them are as in the schedule before, with what their steps touched.
    private int _standing;

    /// <inheritdoc/>
    public string Name => "exhaustive";

    /// <inheritdoc/>
    public bool IsExhausted { get; private set; }

    /// <inheritdoc/>
    public void Begin(ulong seed)
    {
        (_depth, _told, _isPruned) = (0, 0, false);
        _pending.Clear();
    }

    /// <inheritdoc/>
    public void Enter(IControlledWorld world, Timing timing)
    {
        (_world, _log, _timing) = (world, world as IEffectLog, timing);
        if (_log is not null)
            _log.IsTelling = true;
        _firstStep = world.Steps + 1;
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The schedule has more than <see cref="StepsMax"/> steps.</exception>
    /// <exception cref="InvalidOperationException">The same choices led to another state, or a step was not told of.</exception>
    public int Choose(Enabled enabled, long step)
    {
        if (_told != _depth)
            throw new InvalidOperationException($"An exhaustive search must be told of each step: {nameof(Stepped)} was not called.");
        if (_depth == _forks.Length)
            Grow();
        var fork = _forks[_depth];
        if (_depth >= _standing)
        {
            Open(fork, enabled);
            if (!fork.TryChooseFirst())
            {
                _isPruned = true;
                return IStrategy.Prune;
            }
        }
        else if (fork.Chosen >= enabled.Count || enabled.ProcessAt(fork.Chosen) != fork.Process)
        {
            throw new InvalidOperationException(
                $"The same choices lead to another state at step {_depth + 1}: the experiment depends on more than its seed.");
        }

        if (_depth >= _standing - 1)
            Begin(fork.Step, enabled, fork.Chosen);
        _depth++;
        return fork.Chosen;
    }

    /// <inheritdoc/>
    public void Stepped(bool isLast)
    {
        _told++;
        if (_depth < _standing)
            return;
        var step = _forks[_depth - 1].Step;
        step.Complete(_log is null ? default : _log.Effects, isLast, step.Process < 0 && _timing == Timing.Model);
        if (!isLast)
            return;
        foreach (var inbox in _world!.Ready)
            _pending.Add(inbox.Id);
        foreach (var alarm in _world.Alarms)
            _pending.Add(~alarm.Id);
    }

    /// <inheritdoc/>
    public void End()
    {
        _races.Search(_forks, Math.Max(0, _standing - 1), _depth);
        foreach (var process in _pending)
            _races.Pending(_depth - 1, process);
        var place = _depth - 1;
        while (place >= 0 && !_forks[place].TryChooseNext())
            place--;
        _standing = place + 1;
        IsExhausted = place < 0 && !WasCut();
    }

    private void Open(Fork fork, in Enabled enabled)
    {
        fork.Open(enabled, _depth);
        if (_log is null)
        {
            fork.WantAll();
            return;
        }

        if (_depth > 0)
            fork.SleepAfter(_forks[_depth - 1]);
        if (_timing == Timing.Model && enabled.InboxCount == 0)
            fork.WantAll();
    }

    private void Begin(Footprint step, in Enabled enabled, int index)
    {
        var cause = enabled.CauseAt(index) - _firstStep;
        step.Begin(
            enabled.ProcessAt(index),
            (int)Math.Max(-1, cause),
            !enabled.IsAlarm(index) && enabled.InboxAt(index) is var inbox
                && (inbox.Kind != InboxKind.Actor || inbox.Next.Kind == DeliveryKind.Ordinary));
    }

    // By a bound on steps, which is nothing that this strategy is told of.
    private bool WasCut() => !_isPruned && _pending.Count == 0 && (_world!.Ready.Length > 0 || _world.Alarms.Length > 0);

    private void Grow()
    {
        if (_depth >= StepsMax)
        {
            throw new NotSupportedException(
                $"A schedule has more than {StepsMax} steps: an exhaustive search is for short ones, and has no end where actors never come to rest.");
        }

        Array.Resize(ref _forks, Math.Max(64, _depth * 2));
        for (var i = _depth; i < _forks.Length; i++)
            _forks[i] = new Fork();
    }
}
