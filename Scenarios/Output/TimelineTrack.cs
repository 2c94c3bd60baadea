namespace Sim.Scenarios.Output;

/// <summary>Where an event of a timeline stands. Threads of different processes have different numbers: viewers ask for it.</summary>
/// <param name="Process">Its group of tracks.</param>
/// <param name="Thread">Its track.</param>
internal readonly record struct TimelineTrack(int Process, int Thread)
{
    public const int Engines = 1;
    public const int Sessions = 2;

    private const int FirstEngine = 100;
    private const int FirstSession = 1_000;

    public static TimelineTrack Engine(int engine) => new(Engines, FirstEngine + engine);

    public static TimelineTrack Session(int session) => new(Sessions, FirstSession + session);
}
