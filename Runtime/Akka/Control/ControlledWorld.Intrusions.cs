using System.Diagnostics.CodeAnalysis;
using Sim.Control;

namespace Akka.Control;

/// <content>What other threads try; the only part that they may touch.</content>
internal sealed partial class ControlledWorld
{
    // Of all worlds, each of which would have to make its own, almost always for nothing.
    private static readonly Lock Intruding = new();

    private Queue<Intrusion>? _intrusions;
    private volatile bool _hasIntrusions;

    public bool HasIntrusions => _hasIntrusions;

    public bool TryTakeIntrusion([NotNullWhen(true)] out Intrusion? intrusion)
    {
        intrusion = null;
        if (!_hasIntrusions) return false;
        lock (Intruding)
        {
            var any = _intrusions!.TryDequeue(out intrusion);
            _hasIntrusions = _intrusions.Count > 0;
            return any;
        }
    }

    /// <summary>Notes what another thread tried.</summary>
    public void Intrude(string action, string target, object? message)
    {
        var intrusion = new Intrusion(action, target, message, Environment.StackTrace);
        lock (Intruding)
        {
            (_intrusions ??= new Queue<Intrusion>()).Enqueue(intrusion);
            _hasIntrusions = true;
        }
    }
}
