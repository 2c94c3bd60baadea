namespace Sim.Scenarios.Browser;

/// <summary>Tells those who listen that the machine suspends. It belongs to one thread at a time.</summary>
public sealed class PowerMonitor
{
    private readonly List<Action> _listeners = [];

    /// <summary>How many listen.</summary>
    public int Listeners => _listeners.Count;

    /// <summary>Begins to tell someone.</summary>
    public void Add(Action onSuspend) => _listeners.Add(onSuspend);

    /// <summary>Tells someone no more.</summary>
    public void Remove(Action onSuspend) => _listeners.Remove(onSuspend);

    /// <summary>The machine suspends: all who listen have been told when this returns.</summary>
    public void Suspend()
    {
        foreach (var listener in _listeners.ToArray())
            listener();
    }
}
