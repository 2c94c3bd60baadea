using System.Globalization;
using Akka.Dispatch;
using Sim.Control;

namespace Sim.Simulation.Worlds.Dispatched;

/// <summary>One continuation, or one piece of work that was handed to the dispatcher.</summary>
/// <param name="world">The world.</param>
/// <param name="id">Its number.</param>
/// <param name="work">A task of the world's own scheduler, or an <see cref="IRunnable"/>.</param>
/// <param name="cause">The step that handed it over.</param>
internal sealed class TaskInbox(DispatchedWorld world, int id, object work, long cause) : DispatchedInbox(world, id)
{
    private bool _isDone;
    private string? _path;

    public override InboxKind Kind => InboxKind.Task;

    public override string Path => _path ??= string.Create(CultureInfo.InvariantCulture, $"/tasks/${Id}");

    public override object? Owner => null;

    public override bool IsAwaiting => false;

    public override int Count => _isDone ? 0 : 1;

    public override Delivery Next => _isDone
        ? throw new InvalidOperationException($"Nothing waits for {Path}.")
        : new Delivery(DeliveryKind.Continuation, work, null, cause);

    public override bool CanStep => !_isDone;

    /// <summary>The task, when it is one.</summary>
    public Task? Task => work as Task;

    public override void Run()
    {
        _isDone = true;
        ((IRunnable)work).Run();
    }

    /// <summary>The task has run, by its scheduler.</summary>
    public void Done() => _isDone = true;
}
