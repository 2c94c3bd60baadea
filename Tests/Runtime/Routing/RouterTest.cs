using Akka.Actor;
using Akka.Routing;
using Xunit;

namespace Sim.Tests.Runtime.Routing;

/// <summary>Routees that say who they are, and what a test asks of a router.</summary>
public abstract class RouterTest(string config = "") : ActorTest(config)
{
    /// <summary>Answers "who" with its name; fails on "fail"; counts the rest, and answers "count" with the number.</summary>
    protected static Props Routee(IActorRef? log = null) => Scripted.Of(Answer, log: log);

    protected async Task<string[]> Ask(IActorRef router, object question, int times)
    {
        var answers = new string[times];
        for (var i = 0; i < times; i++) answers[i] = await router.Ask<string>(question, Wait);
        return answers;
    }

    protected async Task<Routee[]> RouteesOf(IActorRef router) =>
        [.. (await router.Ask<Routees>(GetRoutees.Instance, Wait)).Members];

    protected async Task<IActorRef[]> ActorsOf(IActorRef router) =>
        [.. (await RouteesOf(router)).Select(routee => Assert.IsType<ActorRefRoutee>(routee).Actor)];

    /// <summary>Asks until as many routees are left: those that have ended are removed a little later.</summary>
    protected async Task<IActorRef[]> ActorsOf(IActorRef router, int count)
    {
        using var deadline = new CancellationTokenSource(Wait);
        while (true)
        {
            deadline.Token.ThrowIfCancellationRequested();
            var actors = await ActorsOf(router);
            if (actors.Length == count) return actors;
        }
    }

    private static void Answer(object message, Scripted self)
    {
        switch (message)
        {
            case "who": self.Sender.Tell(self.Self.Path.Name); break;
            case "count": self.Sender.Tell(self.State); break;
            case "fail": throw new InvalidOperationException("broken");
            default: self.State++; break;
        }
    }
}
