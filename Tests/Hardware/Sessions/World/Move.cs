namespace Sim.Tests.Hardware.Sessions.World;

/// <summary>One thing that happens in a <see cref="SessionWorld"/>.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="At">Picks the session or the engine, modulo their number.</param>
/// <param name="Pick">Picks among what is possible there, modulo its number.</param>
internal readonly record struct Move(Move.Kinds Kind, int At, int Pick)
{
    // Weights in percent; what ends a session or an engine is rare, else nothing else happens.
    private static readonly (Kinds Kind, int Weight)[] Weights =
    [
        (Kinds.Submit, 28), (Kinds.Engine, 26), (Kinds.Deliver, 18), (Kinds.Device, 10), (Kinds.Start, 7),
        (Kinds.Finish, 7), (Kinds.Negotiate, 1), (Kinds.Close, 1), (Kinds.LoseKey, 1), (Kinds.LoseEngine, 1),
    ];

    public enum Kinds
    {
        /// <summary>A client submits a job.</summary>
        Submit,

        /// <summary>An engine begins a job, or is done with the one that it began.</summary>
        Engine,

        /// <summary>A session takes a message from an engine or from the device.</summary>
        Deliver,

        /// <summary>The device takes a message from a session.</summary>
        Device,

        /// <summary>A client calls StartSessionKeyRefresh.</summary>
        Start,

        /// <summary>A client calls FinishSessionKeyRefresh.</summary>
        Finish,

        /// <summary>A client negotiates a new key.</summary>
        Negotiate,

        /// <summary>A client closes its session.</summary>
        Close,

        /// <summary>The platform loses a session's key.</summary>
        LoseKey,

        /// <summary>An engine stops for good, or fails and is restarted.</summary>
        LoseEngine,
    }

    public static Move Of(int percent, int at, int pick)
    {
        foreach (var (kind, weight) in Weights)
        {
            if ((percent -= weight) < 0)
                return new Move(kind, at, pick);
        }

        throw new ArgumentOutOfRangeException(nameof(percent), "A percentage is 0 to 99.");
    }

    /// <summary>The moves of a seed.</summary>
    public static Move[] Seeded(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Of(random.Next(100), random.Next(12), random.Next(60)))];
    }

    public override string ToString() => $"{Kind} {At} {Pick}";
}
