using Akka.Actor;
using Sim.Actors.Engines;
using Sim.Actors.Tracing;
using Sim.Hardware.Crypto;
using Sim.Testing.Clients;

namespace Sim.Testing.ContentProtection;

/// <summary>An engine of a device.</summary>
public sealed class ProtectedEngine
{
    private readonly List<Client> _watching = [];
    private readonly bool _isReduced;
    private KeyCheckValue? _last;

    internal ProtectedEngine(int index, IActorRef actor, bool isReduced) => (Index, Ref, _isReduced) = (index, actor, isReduced);

    /// <summary>Its index.</summary>
    public int Index { get; }

    /// <summary>Its actor.</summary>
    public IActorRef Ref { get; }

    /// <summary>True while what it runs does not end.</summary>
    public bool IsHeld { get; private set; }

    /// <summary>From now on what it runs does not end, and what waits behind it does not begin. It can still fail.</summary>
    /// <exception cref="NotSupportedException">The exploration is exhaustive.</exception>
    public void Hold()
    {
        RequireEverySchedule(nameof(Hold));
        IsHeld = true;
    }

    /// <summary>What it runs may end again.</summary>
    public void Release() => IsHeld = false;

    /// <summary>It fails, and its pool resets it: the job that it runs is aborted. A step of the script that calls it.</summary>
    public void Crash() => Platform.Tell(Ref, Engine.Fail.Instance);

    /// <summary>
    /// It hangs with the job that it runs, or the next one, until its watchdog resets it: the job is aborted. A step of the script
    /// that calls it.
    /// </summary>
    public void Hang() => Platform.Tell(Ref, Engine.Hang.Instance);

    /// <summary>
    /// Waits until it begins a job with the key of an epoch, as the session's client knows it; not at all when the last job that it
    /// began used it.
    /// </summary>
    /// <param name="session">The session; its script waits.</param>
    /// <param name="epoch">The epoch, from 0.</param>
    /// <exception cref="NotSupportedException">The exploration is exhaustive.</exception>
    public async Task ExpectEpoch(ProtectedSession session, int epoch)
    {
        ArgumentNullException.ThrowIfNull(session);
        RequireEverySchedule(nameof(ExpectEpoch));
        var expected = session.CheckValueOf(epoch);
        if (_last == expected)
            return;
        _watching.Add(session.Client);
        await session.Client.Expect<Began>(
            $"epoch {epoch} at engine {Index}", began => began.Engine == Index && began.CheckValue == expected);
        _watching.Remove(session.Client);
    }

    // Within the step of the engine, so that whoever waits hears of it by a message from there.
    internal void HasBegun(JobStarted started)
    {
        _last = started.CheckValue;
        foreach (var client in _watching)
            client.Ref.Tell(new Began(Index, started.CheckValue), ActorRefs.NoSender);
    }

    // What depends on it is not seen by a search that leaves out what is equal by its messages: it would prove too little.
    private void RequireEverySchedule(string what)
    {
        if (_isReduced)
            throw new NotSupportedException($"{what} is no message: an exhaustive search does not see what depends on it.");
    }

    private sealed record Began(int Engine, KeyCheckValue CheckValue)
    {
        public override string ToString() => $"engine {Engine} began a job with key {CheckValue}";
    }
}
