using Sim.Actors.Surface;

namespace Sim.Tests.Samples.BrowserPlayback;

/// <summary>What a browser finds on the machine it runs on.</summary>
/// <param name="CreateDevice">Creates the Direct3D device; null: it cannot be created.</param>
/// <param name="Power">Tells of suspend and resume; null: the machine has nobody who does.</param>
internal sealed record BrowserPlatform(Func<ContentProtectionDevice?> CreateDevice, PowerMonitor? Power);

/// <summary>Tells those who listen that the machine suspends.</summary>
internal sealed class PowerMonitor
{
    private readonly List<Action> _listeners = [];

    public int Listeners => _listeners.Count;

    public void Add(Action onSuspend) => _listeners.Add(onSuspend);

    public void Remove(Action onSuspend) => _listeners.Remove(onSuspend);

    public void Suspend()
    {
        foreach (var listener in _listeners.ToArray())
            listener();
    }
}
