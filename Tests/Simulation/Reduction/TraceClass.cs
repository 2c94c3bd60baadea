using Sim.Control;

namespace Sim.Tests.Simulation.Reduction;

/// <summary>
/// Names the Mazurkiewicz class of a schedule: the same for schedules that can be made from each other by exchanging neighbours that do
/// not depend on each other. It is the set of ordered pairs of dependent steps, the steps by names that do not depend on the order.
/// </summary>
internal static class TraceClass
{
    public static ulong Of(IReadOnlyList<TracedStep> steps, long known)
    {
        var names = NamesOf(steps, known);
        var sum = 0UL;
        for (var late = 0; late < steps.Count; late++)
        {
            sum += Mix(names[late]);
            for (var early = 0; early < late; early++)
            {
                if (steps[early].IsBefore(steps[late], early))
                    sum += Mix(Mix(names[early]) * 3 + names[late]);
            }
        }

        return sum;
    }

    private static ulong[] NamesOf(IReadOnlyList<TracedStep> steps, long known)
    {
        var processes = new Dictionary<long, ulong>();
        var counts = new Dictionary<long, ulong>();
        var names = new ulong[steps.Count];
        for (var place = 0; place < steps.Count; place++)
        {
            var step = steps[place];
            if (!processes.TryGetValue(step.Process, out var process))
            {
                process = step.Process >= 0
                    ? Mix((ulong)step.Process)
                    : Mix((step.Cause < 0 ? 7 : names[step.Cause]) + Mix(1000 + (ulong)step.Rank));
                processes.Add(step.Process, process);
            }

            var count = counts[step.Process] = counts.GetValueOrDefault(step.Process) + 1;
            names[place] = Mix(process + Mix(count * 5));

            // An inbox that is new is named by the step that sent to it first, and by its place among those.
            for (var i = 0; i < step.Effects.Length; i++)
            {
                var effect = step.Effects[i];
                if (effect.Kind != EffectKind.Cancelled && effect.Target >= known)
                    processes.TryAdd(effect.Target, Mix(names[place] + Mix(2000 + (ulong)i)));
            }
        }

        return names;
    }

    private static ulong Mix(ulong bits)
    {
        bits = (bits + 0x9E3779B97F4A7C15) * 0xD6E8FEB86659FD93;
        return (bits ^ (bits >> 32)) * 0xD6E8FEB86659FD93 ^ (bits >> 29);
    }
}
