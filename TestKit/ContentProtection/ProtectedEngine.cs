using Akka.Actor;
using Sim.Actors.Engines;
using Sim.Actors.Tracing;

namespace Sim.Testing.ContentProtection;

/// <summary>An engine of a device.</summary>
public sealed class ProtectedEngine
{
    private readonly EventLog _log;

    internal ProtectedEngine(int index, IActorRef actor, EventLog log) => (Index, Ref, _log) = (index, actor, log);

    /// <summary>Its index.</summary>
    public int Index { get; }

    /// <summary>Its actor.</summary>
    public IActorRef Ref { get; }

    /// <summary>True while what it runs does not end.</summary>
    public bool IsHeld { get; private set; }

    /// <summary>From now on what it runs does not end, and what waits behind it does not begin. It can still fail.</summary>
    public void Hold() => IsHeld = true;

    /// <summary>What it runs may end again.</summary>
    public void Release() => IsHeld = false;

    /// <summary>It fails, and its pool resets it: the job that it runs is aborted. A step of the script that calls it.</summary>
    public void Crash() => Platform.Tell(Ref, Engine.Fail.Instance);

    /// <summary>
    /// It hangs with the job that it runs, or the next one, until its watchdog resets it: the job is aborted. A step of the script
    /// that calls it.
    /// </summary>
    public void Hang() => Platform.Tell(Ref, Engine.Hang.Instance);

    /// <summary>The last job that it began used the key of this epoch of a session, as the session's client knows it.</summary>
    /// <param name="session">The session.</param>
    /// <param name="epoch">The epoch, from 0.</param>
    /// <exception cref="ExpectationException">It used another, or has begun none.</exception>
    public void ExpectEpoch(ProtectedSession session, int epoch)
    {
        ArgumentNullException.ThrowIfNull(session);
        var began = _log.Events.OfType<JobStarted>().LastOrDefault(started => started.Engine == Index)
            ?? throw new ExpectationException($"engine {Index} has begun no job; epoch {epoch} of {session.Client.Name} was expected");
        var expected = session.CheckValueOf(epoch);
        if (began.CheckValue != expected)
        {
            throw new ExpectationException(
                $"engine {Index} began job {began.Job} with key {began.CheckValue}; epoch {epoch} of {session.Client.Name} has {expected}");
        }
    }
}
