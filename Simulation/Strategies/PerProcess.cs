namespace Sim.Simulation.Strategies;

/// <summary>A value for each process of a world, by <see cref="Schedules.Enabled.ProcessAt"/>; default until it is set.</summary>
internal sealed class PerProcess<T>
    where T : struct
{
    private T[] _inboxes = new T[16];
    private T[] _alarms = new T[64];

    /// <summary>The value of a process.</summary>
    public ref T this[long process]
    {
        get
        {
            ref var values = ref process >= 0 ? ref _inboxes : ref _alarms;
            var index = process >= 0 ? process : ~process;
            if (index >= values.Length)
                Array.Resize(ref values, (int)Math.Max(index + 1, values.Length * 2L));
            return ref values[index];
        }
    }

    /// <summary>Forgets all values.</summary>
    public void Clear()
    {
        Array.Clear(_inboxes);
        Array.Clear(_alarms);
    }
}
