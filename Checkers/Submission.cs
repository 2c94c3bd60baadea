using Sim.Actors.Tracing;
using Sim.Hardware.Sessions;

namespace Sim.Checkers;

// What a JobSubmitted says, for which no event need be made.
internal readonly record struct Submission(int Session, long Job, long Position, int Epoch, int Bytes, KeystreamUse Keystream)
{
    public JobSubmitted Event => new(Session, Job, Position, Epoch, Bytes, Keystream);

    public static Submission Of(JobSubmitted told) => new(told.Session, told.Job, told.Position, told.Epoch, told.Bytes, told.Keystream);

    public static Submission Of(LatchedJob job) => new(job.Session, job.Job, job.Position, job.Epoch, job.Blt.Source.Length, job.Keystream);
}
