using Sim.Actors.Tracing;

namespace Sim.Checkers;

// What a JobDispatched says, for which no event need be made.
internal readonly record struct Dispatch(int Session, long Job, int Epoch, int Engine, int Slot)
{
    public JobDispatched Event => new(Session, Job, Epoch, Engine, Slot);

    public static Dispatch Of(JobDispatched told) => new(told.Session, told.Job, told.Epoch, told.Engine, told.Slot);
}
