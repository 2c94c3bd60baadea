using Sim.Hardware.Sessions;

namespace Sim.Hardware.Engines;

/// <summary>What can happen to an engine.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Job">The job that arrived; null when one is done.</param>
public readonly record struct EngineEvent(EngineEvent.Kinds Kind, LatchedJob? Job)
{
    /// <summary>The kinds of event.</summary>
    public enum Kinds
    {
        /// <summary>A job is at the head of the queue.</summary>
        Arrived,

        /// <summary>Every byte of the running job is written.</summary>
        Done,
    }

    /// <summary>A job is at the head of the queue.</summary>
    public static EngineEvent Arrived(LatchedJob job) => new(Kinds.Arrived, job);

    /// <summary>Every byte of the running job is written.</summary>
    public static EngineEvent Done { get; } = new(Kinds.Done, null);
}
