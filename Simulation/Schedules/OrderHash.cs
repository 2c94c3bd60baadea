using Sim.Control;
using Sim.Simulation.Experiments;
using Sim.Simulation.Worlds;

namespace Sim.Simulation.Schedules;

/// <summary>
/// A hash of the happens-before order of a run: each step is named by its process, the step before in that process and the
/// step that sent what it handles; the hash is the sum over the steps. Schedules that differ only in the order of what does
/// not touch the same actor have the same.
/// </summary>
internal sealed class OrderHash
{
    private readonly List<ulong> _steps = [];
    private ulong[] _last = new ulong[16];
    private int _known;

    /// <summary>The hash of the steps so far.</summary>
    public ulong Value { get; private set; }

    /// <summary>Begins a run.</summary>
    /// <param name="known">Inboxes that set-up made, always in the same order: their numbers name them. Others are named by their paths.</param>
    public void Begin(int known)
    {
        _steps.Clear();
        Array.Clear(_last);
        _known = known;
        Value = 0;
    }

    /// <summary>A step that no schedule chooses.</summary>
    public void AddSetUp() => _steps.Add(0);

    /// <summary>An inbox handles its next delivery.</summary>
    public void Add(IInbox inbox)
    {
        var id = inbox.Id;
        if (id >= _last.Length)
            Array.Resize(ref _last, Math.Max(id + 1, _last.Length * 2));
        var name = id < _known ? (ulong)id + 1 : PathHash.Of(inbox.Path);
        ref var last = ref _last[id];
        last = SeededRandom.Mix(SeededRandom.Mix(last + name) ^ (Of(inbox.Next.Cause) * 3));
        Add(last);
    }

    /// <summary>An alarm fires.</summary>
    public void Add(IAlarm alarm) => Add(SeededRandom.Mix(Of(alarm.Cause) + ((ulong)alarm.Rank << 40) ^ 0x5851F42D4C957F2D));

    private void Add(ulong step)
    {
        _steps.Add(step);
        Value += step;
    }

    // Steps of set-up are the same in all schedules: their numbers name them.
    private ulong Of(long step) =>
        step == 0 ? 0 : _steps[(int)(step - 1)] is var hash && hash == 0 ? (ulong)step : hash;
}
