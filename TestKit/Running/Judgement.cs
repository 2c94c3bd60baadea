using System.Reflection;
using Akka.Actor;
using Akka.Event;
using Sim.Simulation.Experiments;

namespace Sim.Testing.Running;

/// <summary>Judges one world after the other; remembers of all of them only what was ever reached.</summary>
internal sealed class Judgement(Reached reached)
{
    private readonly List<Func<Failure?>> _always = [];
    private readonly List<Func<Failure?>> _eventually = [];
    private readonly List<(string Name, Func<bool> IsReached)> _sometimes = [];
    private readonly List<Type> _mayThrow = [];
    private World? _world;
    private Failure? _thrown;
    private bool _mayWait;

    /// <summary>What was thrown by an actor or a script, for whoever reads the stack.</summary>
    public Exception? Cause { get; private set; }

    /// <summary>Who waits in the world at its end, a line each; empty before.</summary>
    public IReadOnlyList<string> Waiting { get; private set; } = [];

    /// <summary>True when the test has ended the schedule before nothing could happen any more.</summary>
    public bool IsEarly { get; private set; }

    public void Begin(World world)
    {
        _always.Clear();
        _eventually.Clear();
        _sometimes.Clear();
        _mayThrow.Clear();
        (_world, _thrown, Cause, Waiting, IsEarly, _mayWait) = (world, null, null, [], false, false);
        world.System.EventStream.Subscribe(new EventTap(world.System, "failures", Heard), typeof(Error));
    }

    public void Always(Func<Failure?> judge) => _always.Add(judge);

    public void Eventually(Func<Failure?> judge) => _eventually.Add(judge);

    public void Sometimes(string name, Func<bool> isReached)
    {
        reached.Add(name);
        _sometimes.Add((name, isReached));
    }

    public void MayThrow(Type exception) => _mayThrow.Add(exception);

    public void MayWaitForEver() => _mayWait = true;

    /// <summary>What is wrong after a step.</summary>
    public Failure? AfterStep()
    {
        foreach (var (name, isReached) in _sometimes)
        {
            if (isReached())
                reached.Reach(name);
        }

        return _thrown ?? ScriptFailure() ?? FirstViolated(_always);
    }

    /// <summary>What is wrong at the end of a schedule.</summary>
    /// <param name="isEarly">True when the test has ended it: then whoever waits might yet get what it waits for.</param>
    public Failure? AtEnd(bool isEarly)
    {
        IsEarly = isEarly;
        Waiting = isEarly ? [] : Patience.Of(_world!);
        return FirstViolated(_eventually)
            ?? (_mayWait || Waiting.Count == 0 ? null : new Failure(World.Deadlock, OneLine.Of(string.Join("; ", Waiting))));
    }

    private static Failure? FirstViolated(List<Func<Failure?>> judges)
    {
        foreach (var judge in judges)
        {
            if (judge() is { } failure)
                return failure;
        }

        return null;
    }

    private Failure? ScriptFailure()
    {
        foreach (var client in _world!.Clients)
        {
            if (client.Thrown is not { } thrown)
                continue;
            Cause = thrown;
            return new Failure($"script of {client.Name}", OneLine.Of(thrown));
        }

        return null;
    }

    // What an actor throws is told by its supervisor; other errors are those that an actor chose to log.
    private void Heard(object happened)
    {
        if (_thrown is not null || happened is not Error { Cause: { } cause } error || !IsOfSupervision(error.LogClass))
            return;
        var root = cause;
        while (root is ActorInitializationException or TargetInvocationException && root.InnerException is { } inner)
            root = inner;
        if (_mayThrow.Exists(type => type.IsInstanceOfType(root)))
            return;
        Cause = root;
        _thrown = new Failure(
            $"{MessageTexts.NameOf(new Uri(error.LogSource).AbsolutePath)} throws {root.GetType().Name}", OneLine.Of(root.Message));
    }

    private static bool IsOfSupervision(Type logger) =>
        typeof(SupervisorStrategy).IsAssignableFrom(logger) || logger == typeof(ActorCell);
}
