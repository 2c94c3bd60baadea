using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Sim.Control;
using Xunit;

namespace Sim.Tests.Runtime.Control;

/// <summary>The smallest driver: chooses by its seed, and lets time pass when there is nothing to choose from.</summary>
public sealed class SeededDriver
{
    private readonly Random _random;

    public SeededDriver(int seed = 0, string config = "")
    {
        _random = new Random(seed);
        System = ActorSystem.Create("world", ActorSystemSetup.Create(
            BootstrapSetup.Create().WithConfig(ConfigurationFactory.ParseString("akka.loglevel = OFF\n" + config)), new ControlSetup()));
        World = ((IControllable)System).World!;
    }

    public ActorSystem System { get; }

    public IControlledWorld World { get; }

    /// <summary>What was handled, in order: path and message.</summary>
    public List<string> Trace { get; } = [];

    public IActorRef Start(Action<object, Scripted> script, string? name = null, SupervisorStrategy? strategy = null) =>
        System.ActorOf(Scripted.Of(script, strategy), name);

    /// <summary>Handles what is ready, without letting time pass.</summary>
    public void Settle()
    {
        while (World.Ready.Length > 0) Step(World.Ready[_random.Next(World.Ready.Length)]);
    }

    /// <summary>Runs until nothing is ready and nothing is due up to a time.</summary>
    public void RunUntil(TimeSpan end)
    {
        Settle();
        while (World.Alarms.Length > 0 && World.Alarms[0].Due <= end)
        {
            Trace.Add($"{World.Alarms[0].Due}");
            World.Fire(World.Alarms[0]);
            Settle();
        }

        World.AdvanceTo(end);
        Assert.False(World.HasIntrusions);
    }

    public void Step(IInbox inbox)
    {
        Trace.Add($"{inbox.Path} {inbox.Next.Message}");
        World.Step(inbox);
    }

    /// <summary>The result of a task that must be complete by now.</summary>
    public static T ResultOf<T>(Task<T> task)
    {
        Assert.True(task.IsCompleted);
        return task.GetAwaiter().GetResult();
    }

    public IInbox InboxOf(IActorRef actor)
    {
        foreach (var inbox in World.Ready)
        {
            if (actor.Equals(inbox.Owner)) return inbox;
        }

        throw new InvalidOperationException($"{actor} is not ready.");
    }
}
