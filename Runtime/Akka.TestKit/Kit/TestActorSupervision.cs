using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Util;

namespace Akka.TestKit;

/// <summary>Supervises each child of a test actor as the test said when it created the child.</summary>
internal sealed class TestActorSupervision : SupervisorStrategy
{
    private readonly ConcurrentDictionary<string, SupervisorStrategy> _strategies = new();

    public override IDecider Decider => DefaultStrategy.Decider;

    public void Set(IActorRef child, SupervisorStrategy strategy) => _strategies[child.Path.Name] = strategy;

    public override void ProcessFailure(
        IActorContext context, bool restart, IActorRef child, Exception cause, ChildRestartStats stats,
        IReadOnlyCollection<ChildRestartStats> children) =>
        Of(child).ProcessFailure(context, restart, child, cause, stats, children);

    public override void HandleChildTerminated(
        IActorContext actorContext, IActorRef child, IEnumerable<IInternalActorRef> children)
    {
        Of(child).HandleChildTerminated(actorContext, child, children);
        _strategies.TryRemove(child.Path.Name, out _);
    }

    protected override Directive Handle(IActorRef child, Exception exception) => Of(child).Decider.Decide(exception);

    private SupervisorStrategy Of(IActorRef child) =>
        _strategies.TryGetValue(child.Path.Name, out var strategy) ? strategy : DefaultStrategy;

    public override ISurrogate ToSurrogate(ActorSystem system) =>
        throw new NotSupportedException("The strategy of a test actor belongs to its test.");
}
