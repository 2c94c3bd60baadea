using System.Collections.Immutable;
using Sim.Scenarios.Model;

namespace Sim.Scenarios.Run;

/// <summary>When the faults of a session group strike one of its sessions.</summary>
/// <param name="faults">The faults, <see cref="FaultAction.Close"/> or <see cref="FaultAction.LoseKey"/>; of several that strike at once the first counts.</param>
public sealed class SessionFaults(ImmutableArray<FaultSpec> faults)
{
    private int _starts;
    private int _finishes;

    /// <summary>When time alone makes a fault strike; null when it does not.</summary>
    public TimeSpan? NextAt { get; } = faults.Min(fault => fault.At);

    /// <summary>What strikes by this time.</summary>
    public FaultAction? By(TimeSpan elapsed)
    {
        if (NextAt is null || elapsed < NextAt)
            return null;
        foreach (var fault in faults)
        {
            if (fault.At <= elapsed)
                return fault.Action;
        }

        return null;
    }

    /// <summary>What strikes behind the submission of a job.</summary>
    /// <param name="job">The client's number of it, from 0.</param>
    public FaultAction? BehindJob(long job)
    {
        foreach (var fault in faults)
        {
            if (fault.Job == job + 1)
                return fault.Action;
        }

        return null;
    }

    /// <summary>What strikes behind one more StartSessionKeyRefresh.</summary>
    public FaultAction? BehindStart()
    {
        _starts++;
        foreach (var fault in faults)
        {
            if (fault.Start == _starts)
                return fault.Action;
        }

        return null;
    }

    /// <summary>What strikes behind one more FinishSessionKeyRefresh.</summary>
    public FaultAction? BehindFinish()
    {
        _finishes++;
        foreach (var fault in faults)
        {
            if (fault.Finish == _finishes)
                return fault.Action;
        }

        return null;
    }
}
