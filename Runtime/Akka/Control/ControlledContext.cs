using Akka.Dispatch;

namespace Akka.Control;

/// <summary>
/// Takes the continuations of asynchronous code that a synchronous handler started, whoever completes what it waits for.
/// </summary>
internal sealed class ControlledContext(ControlledWorld world) : SynchronizationContext
{
    public override void Post(SendOrPostCallback d, object? state) => world.Continue(new Callback(d, state));

    public override void Send(SendOrPostCallback d, object? state)
    {
        if (world.IsHere) d(state);
        else world.Continue(new Callback(d, state));
    }

    public override SynchronizationContext CreateCopy() => this;

    private sealed class Callback(SendOrPostCallback d, object? state) : IRunnable
    {
        public void Run() => d(state);

        public void Execute() => Run();

        /// <summary>The method that goes on: the target of a continuation is the state machine of an asynchronous method.</summary>
        public override string ToString() => ((state as Delegate)?.Target ?? d.Target)?.GetType().ToString() ?? d.Method.Name;
    }
}
