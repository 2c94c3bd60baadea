using Akka.Actor;

namespace Sim.Scenarios.Run;

/// <summary>
/// Protocol of a client that puts one session under load. It opens its session by itself and says <see cref="Ready"/>;
/// at <see cref="Begin"/> it submits jobs, refreshes and meets its faults until all of it is done, closes its session,
/// says <see cref="Ended"/> and stops. <see cref="Failed"/> comes instead of either when the device does not play along.
/// </summary>
public static class LoadClient
{
    /// <summary>The session has a key.</summary>
    public sealed record Ready(int Client, IActorRef Session);

    /// <summary>The load begins.</summary>
    /// <param name="At">The beginning, on the scheduler's clock.</param>
    public sealed record Begin(TimeSpan At);

    /// <summary>The session has ended.</summary>
    public sealed record Ended(int Client);

    /// <summary>The client cannot go on.</summary>
    public sealed record Failed(int Client, string What);

    /// <summary>Which client this is.</summary>
    /// <param name="Run">What it shares with the others.</param>
    /// <param name="Group">Its group.</param>
    /// <param name="Index">Its index in the group.</param>
    /// <param name="Owner">Who is told how it goes.</param>
    public sealed record Setup(LoadRun Run, LoadGroup Group, int Index, IActorRef Owner)
    {
        /// <summary>Its index in the run.</summary>
        public int Client => Group.First + Index;
    }

    /// <summary>Makes a client; of a group with a script, one that plays it.</summary>
    public static Props Props(Setup setup) =>
        setup.Group.Script.IsEmpty ? PropsWithoutScript(setup) : ScriptClient.Props(setup);

    // By itself: the expression is an object as soon as the method begins.
    private static Props PropsWithoutScript(Setup setup) => Akka.Actor.Props.Create(() => new LoadClientActor(setup));
}
