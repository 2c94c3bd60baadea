using Akka.Actor;

namespace Akka.Routing;

/// <summary>The actor of a pool: the parent of its routees.</summary>
/// <param name="strategy">How failures of routees are handled.</param>
internal sealed class RouterPoolActor(SupervisorStrategy strategy) : RouterActor
{
    protected override SupervisorStrategy SupervisorStrategy() => strategy;

    protected override void OnReceive(object message)
    {
        if (message is AdjustPoolSize adjust)
        {
            Routing.Resize(adjust.Change);
            StopWhenAllAreGone();
        }
        else
        {
            base.OnReceive(message);
        }
    }
}
