using Akka.Actor;

namespace Akka.TestKit;

/// <summary>
/// Makes a test actor the sender of what the thread of the test tells without naming one. A synchronization context
/// carries it to the threads on which an asynchronous test goes on.
/// </summary>
internal static class ImplicitSender
{
    // An asynchronous test leaves its thread when it first waits: whoever gets the thread next must not send in its name.
    private static readonly AsyncLocal<ActorCell?> Installed = new(static changed =>
    {
        if (changed is { ThreadContextChanged: true, PreviousValue: { } cell }
            && !ReferenceEquals(changed.CurrentValue, cell) && ReferenceEquals(ActorCell.Current, cell))
        {
            ActorCell.Leave(null);
        }
    });

    public static void Install(IActorRef testActor)
    {
        var cell = (ActorCell)testActor;
        Installed.Value = cell;
        ActorCell.Enter(cell);
        var current = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(new Context(cell, current is Context c ? c.Inner : current));
    }

    public static void Remove(IActorRef testActor)
    {
        if (ReferenceEquals(Installed.Value, testActor)) Installed.Value = null;
        if (ReferenceEquals(ActorCell.Current, testActor)) ActorCell.Leave(null);
        if (SynchronizationContext.Current is Context context && ReferenceEquals(context.Cell, testActor))
            SynchronizationContext.SetSynchronizationContext(context.Inner);
    }

    private sealed class Context(ActorCell cell, SynchronizationContext? inner) : SynchronizationContext
    {
        public ActorCell Cell => cell;

        public SynchronizationContext? Inner => inner;

        public override void Post(SendOrPostCallback d, object? state)
        {
            if (inner is not null) inner.Post(_ => Run(d, state), null);
            else ThreadPool.QueueUserWorkItem(_ => Run(d, state), null);
        }

        public override void Send(SendOrPostCallback d, object? state)
        {
            if (inner is not null) inner.Send(_ => Run(d, state), null);
            else Run(d, state);
        }

        public override SynchronizationContext CreateCopy() => new Context(cell, inner?.CreateCopy());

        private void Run(SendOrPostCallback d, object? state)
        {
            var outer = ActorCell.Enter(cell);
            var before = Current;
            SetSynchronizationContext(this);
            try
            {
                d(state);
            }
            finally
            {
                SetSynchronizationContext(before);
                ActorCell.Leave(outer);
            }
        }
    }
}
