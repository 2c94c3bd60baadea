using Sim.Control;
using Sim.Simulation.Experiments;
using Sim.Simulation.Worlds;

namespace Sim.Simulation.Schedules;

/// <summary>
/// A hash of the happens-before order of a run: each step is named by its process, the step before in that process and the
/// step that sent what it handles; the hash is the sum over the steps. Schedules that differ only in the order of what does
/// not touch the same actor have the same, and so have those that differ only in what nobody handles.
/// </summary>
internal sealed class OrderHash
{
    private ulong[] _steps = new ulong[64];
    private int _known;
    private int _ofSetUp;

    // Of each run anew: what is written at each step must not lie beside what another worker writes.
    private ulong[] _last = new ulong[16];
    private Sum _sum = new();

    /// <summary>The hash of the steps so far.</summary>
    public ulong Value => _sum.Value;

    /// <summary>Begins a run, with a world that is set up: its inboxes were made in the same order as always, and their numbers name them.</summary>
    public void Begin(IControlledWorld world)
    {
        _known = 0;
        foreach (var inbox in world.Ready)
            _known = Math.Max(_known, inbox.Id + 1);
        foreach (var inbox in world.Actors)
            _known = Math.Max(_known, inbox.Id + 1);
        _last = new ulong[_last.Length];
        _sum = new Sum();

        // Steps of set-up are the same in all schedules: their numbers name them, and stand there from the last one.
        _sum.Steps = Math.Min(_ofSetUp, (int)world.Steps);
        while (_sum.Steps < world.Steps)
            Keep(_sum, (ulong)_sum.Steps + 1);
        _ofSetUp = _sum.Steps;
    }

    /// <summary>An inbox handles its next delivery.</summary>
    public void Add(IInbox inbox)
    {
        var id = inbox.Id;
        var all = _last;
        if ((uint)id >= (uint)all.Length)
            all = RoomFor(id);
        var last = all[id];
        if (last == 0)
            last = NameOf(inbox);
        all[id] = last = Name(last, Of(inbox.NextCause));
        Add(last);
    }

    /// <summary>An alarm fires.</summary>
    public void Add(IAlarm alarm) => Add(Name((ulong)alarm.Rank << 40, Of(alarm.Cause)));

    // Each step depends on this and no choice does, so it is short: a sum that tells both apart, and one round of mixing.
    private static ulong Name(ulong before, ulong cause)
    {
        var bits = before + (cause * 0x9E3779B97F4A7C15) + 0x5851F42D4C957F2D;
        bits = (bits ^ (bits >> 32)) * 0xD6E8FEB86659FD93;
        return bits ^ (bits >> 32);
    }

    private void Add(ulong step)
    {
        var sum = _sum;
        Keep(sum, step);
        sum.Value += step;
    }

    private void Keep(Sum sum, ulong step)
    {
        var steps = _steps;
        var count = sum.Steps;
        if ((uint)count >= (uint)steps.Length)
            steps = RoomForMore();
        steps[count] = step;
        sum.Steps = count + 1;
    }

    private ulong[] RoomForMore()
    {
        Array.Resize(ref _steps, _steps.Length * 2);
        return _steps;
    }

    private ulong[] RoomFor(int id)
    {
        Array.Resize(ref _last, Math.Max(id + 1, _last.Length * 2));
        return _last;
    }

    // Of requests and continuations even the paths depend on the order of everything: what they are sent first names them.
    private ulong NameOf(IInbox inbox) => inbox.Id < _known ? (ulong)inbox.Id + 1
        : inbox.Kind == InboxKind.Actor ? PathHash.Of(inbox.Path)
        : 0x2545F4914F6CDD1D;

    private ulong Of(long step) => step == 0 ? 0 : _steps[(int)(step - 1)];

    private sealed class Sum
    {
        public int Steps;
        public ulong Value;
    }
}
