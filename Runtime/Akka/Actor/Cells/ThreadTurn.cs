namespace Akka.Actor;

/// <summary>Whose turn a thread runs. Each thread has one of its own, which whoever stays on it need look up only once.</summary>
internal sealed class ThreadTurn
{
    [ThreadStatic]
    private static ThreadTurn? _here;

    /// <summary>The actor, or null outside turns.</summary>
    public ActorCell? Actor { get; set; }

    /// <summary>That of this thread.</summary>
    public static ThreadTurn Here => _here ?? Begin();

    /// <summary>The actor whose turn this thread runs, or null.</summary>
    public static ActorCell? ActorHere => _here?.Actor;

    private static ThreadTurn Begin() => _here = new ThreadTurn();
}
