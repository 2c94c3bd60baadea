using Sim.Control;

namespace Sim.Simulation.Worlds.Dispatched;

/// <summary>What waits for one receiver of a <see cref="DispatchedWorld"/>.</summary>
internal abstract class DispatchedInbox(DispatchedWorld world, int id) : IInbox, IStep
{
    public int Id => id;

    public abstract InboxKind Kind { get; }

    public abstract string Path { get; }

    public abstract object? Owner { get; }

    public abstract bool IsAwaiting { get; }

    public abstract int Count { get; }

    public abstract Delivery Next { get; }

    public long LastStep { get; set; }

    public DispatchedWorld World => world;

    /// <summary>True while it stands among those that are ready.</summary>
    public bool IsReady { get; set; }

    /// <summary>True when a step would handle something.</summary>
    public abstract bool CanStep { get; }

    /// <summary>Handles one delivery.</summary>
    public abstract void Run();
}
