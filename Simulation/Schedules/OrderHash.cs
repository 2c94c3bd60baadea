using System.Runtime.CompilerServices;
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
    // By step, those of set-up included.
    private ulong[] _names = new ulong[64];
    private int _setUp;
    private int _known;

    /// <summary>Begins a run, with a world that is set up: its inboxes were made in the same order as always, and their numbers name them.</summary>
    public void Begin(IControlledWorld world)
    {
        _known = 0;
        foreach (var inbox in world.Ready)
            _known = Math.Max(_known, inbox.Id + 1);
        foreach (var inbox in world.Actors)
            _known = Math.Max(_known, inbox.Id + 1);
        _setUp = (int)world.Steps;
    }

    /// <summary>The step of an inbox that has handled its next delivery.</summary>
    /// <param name="choice">What was chosen.</param>
    /// <param name="inbox">The inbox.</param>
    /// <param name="before">The step before of the same inbox; 0: none.</param>
    /// <param name="cause">The step that sent what it handled; 0: none.</param>
    public TakenStep Of(int choice, IInbox inbox, long before, long cause) =>
        before > _setUp ? new TakenStep(choice, (int)before, (int)cause, 0) : new TakenStep(choice, 0, (int)cause, NameOf(inbox));

    /// <summary>The step of an alarm that fires: it is a process of its own.</summary>
    public static TakenStep Of(int choice, IAlarm alarm) => new(choice, 0, (int)alarm.Cause, (ulong)alarm.Rank << 40);

    /// <summary>The hash.</summary>
    /// <param name="steps">The steps since <see cref="Begin"/>, in order.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // a loop that is entered once a schedule would else be slow for hundreds of them
    public ulong Of(ReadOnlySpan<TakenStep> steps)
    {
        if (_names.Length <= _setUp + steps.Length)
            _names = new ulong[(_setUp + steps.Length + 1) * 2];

        // Steps of set-up are the same in all schedules: their numbers name them. None has no name.
        for (var i = 0; i <= _setUp; i++)
            _names[i] = (ulong)i;
        ReadOnlySpan<ulong> names = _names;
        var own = _names.AsSpan(_setUp + 1, steps.Length);
        var sum = 0UL;
        for (var i = 0; i < own.Length; i++)
        {
            ref readonly var step = ref steps[i];
            own[i] = Name(step.Process + names[step.Before], names[step.Cause]);
            sum += own[i];
        }

        return sum;
    }

    private static ulong Name(ulong before, ulong cause)
    {
        var bits = before + (cause * 0x9E3779B97F4A7C15) + 0x5851F42D4C957F2D;
        bits = (bits ^ (bits >> 32)) * 0xD6E8FEB86659FD93;
        return bits ^ (bits >> 32);
    }

    // Of requests and continuations even the paths depend on the order of everything: what they are sent first names them.
    private ulong NameOf(IInbox inbox) => inbox.Id < _known ? (ulong)inbox.Id + 1
        : inbox.Kind == InboxKind.Actor ? PathHash.Of(inbox.Path)
        : 0x2545F4914F6CDD1D;
}
