using Akka.Actor;
using Akka.Configuration;
using Xunit;

namespace Sim.Tests.Runtime;

/// <summary>A system per test, without a log. Waiting for longer than <see cref="Wait"/> is a failure.</summary>
public abstract class ActorTest : IAsyncLifetime
{
    protected static readonly TimeSpan Wait = TimeSpan.FromSeconds(10);

    protected ActorTest(string config = "")
    {
        Sys = ActorSystem.Create("test", ConfigurationFactory.ParseString("akka.loglevel = OFF\n" + config));
    }

    protected ActorSystem Sys { get; }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => Sys.Terminate().WaitAsync(Wait);

    protected Probe NewProbe() => new(Sys);

    protected IActorRef Start(Action<object, Scripted> script, string? name = null) =>
        Sys.ActorOf(Scripted.Of(script), name);
}
