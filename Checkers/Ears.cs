using Sim.Actors.Tracing;

namespace Sim.Checkers;

// Who is told of what happens to jobs and to keys: all, or those who are awake as long as it is quiet.
internal sealed class Ears(Property[] properties, bool isQuiet)
{
    public readonly Property[] Submitted = Judges(typeof(JobSubmitted), properties, isQuiet);
    public readonly Property[] Dispatched = Judges(typeof(JobDispatched), properties, isQuiet);
    public readonly Property[] Started = Judges(typeof(JobStarted), properties, isQuiet);
    public readonly Property[] Completed = Judges(typeof(JobCompleted), properties, isQuiet);
    public readonly Property[] Aborted = Judges(typeof(JobAborted), properties, isQuiet);
    public readonly Property[] Negotiated = Judges(typeof(KeyNegotiated), properties, isQuiet);
    public readonly Property[] Finished = Judges(typeof(RefreshFinished), properties, isQuiet);
    public readonly Property[] Switched = Judges(typeof(KeySwitched), properties, isQuiet);
    public readonly Property[] Compared = Judges(typeof(PlaintextCompared), properties, isQuiet);

    private static Property[] Judges(Type happened, Property[] properties, bool isQuiet) =>
        Array.FindAll(properties, property => property.IsJudgedFrom(happened) && !(isQuiet && property.SleepsThrough(happened)));
}
