using Sim.Actors.Tracing;

namespace Sim.Checkers;

// What a JobCompleted says, for which no event need be made.
internal readonly record struct Completion(int Session, long Job, int Engine)
{
    public JobCompleted Event => new(Session, Job, Engine);

    public static Completion Of(JobCompleted told) => new(told.Session, told.Job, told.Engine);
}
