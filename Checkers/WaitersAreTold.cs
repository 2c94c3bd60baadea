using Sim.Actors.Tracing;

namespace Sim.Checkers;

/// <summary>
/// Each wait for an engine's fence is answered once: as reached when the engine had said so, or when its count stood there at its
/// loss; as lost only when the engine is gone and never got there. When the run is over no wait is open for what has happened:
/// neither for a value that the engine has reached nor for an engine that is gone.
/// </summary>
/// <param name="lines">Who knows how many jobs have ended; null, or in no set: engines are believed what they count.</param>
public sealed class WaitersAreTold(MonotonicFence? lines = null) : Property(
    nameof(WaitersAreTold),
    PropertyKind.Eventually,
    typeof(FenceAwaited),
    typeof(FenceRaised),
    typeof(FenceLost),
    typeof(FenceAnswered))
{
    private readonly SortedDictionary<int, Fence> _fences = [];

    /// <inheritdoc/>
    protected internal override void Judge(TraceEvent happened)
    {
        switch (happened)
        {
            case FenceAwaited awaited:
                Of(awaited.Engine).Open.Add(awaited.Value);
                break;
            case FenceRaised raised:
                Of(raised.Engine).RaiseTo(raised.Value);
                break;
            case FenceLost lost:
                Of(lost.Engine).RaiseTo(lost.Value);
                Of(lost.Engine).IsLost = true;
                break;
            case FenceAnswered answered:
                Reach();
                Answer(answered, Of(answered.Engine));
                break;
        }
    }

    /// <inheritdoc/>
    public override void AtEnd()
    {
        foreach (var (engine, fence) in _fences)
        {
            // What ends with a lost engine has not ended on it: its last word stands.
            var ended = fence.IsLost || lines is not { IsJoined: true } ? fence.Raised : lines.EndedOn(engine);
            if (fence.Raised > ended)
                Violate($"engine {engine} said that {fence.Raised} jobs had ended on it, and {ended} had");
            foreach (var value in fence.Open)
            {
                if (fence.IsLost || value <= ended)
                    Violate($"{Show(engine, value)} was not answered, though {(fence.IsLost ? "the engine is lost" : $"{ended} had ended")}");
            }
        }
    }

    /// <inheritdoc/>
    public override void Clear()
    {
        base.Clear();
        _fences.Clear();
    }

    private void Answer(FenceAnswered answered, Fence fence)
    {
        var (engine, value, isReached) = answered;
        if (!fence.Open.Remove(value))
            Violate($"{Show(engine, value)} was answered, but was not open");
        else if (isReached && value > fence.Raised)
            Violate($"{Show(engine, value)} was told as reached, and {fence.Raised} had ended");
        else if (!isReached && !fence.IsLost)
            Violate($"{Show(engine, value)} was told as lost, and the engine is not");
        else if (!isReached && value <= fence.Raised)
            Violate($"{Show(engine, value)} was told as lost, though {fence.Raised} had ended");
    }

    private Fence Of(int engine)
    {
        if (!_fences.TryGetValue(engine, out var fence))
            _fences.Add(engine, fence = new Fence());
        return fence;
    }

    private static string Show(int engine, ulong value) => $"the wait for {value} endings on engine {engine}";

    private sealed class Fence
    {
        // At most as many as may wait.
        public List<ulong> Open { get; } = [];

        public ulong Raised { get; private set; }

        public bool IsLost { get; set; }

        public void RaiseTo(ulong value) => Raised = Math.Max(Raised, value);
    }
}
