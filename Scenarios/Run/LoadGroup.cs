using System.Collections.Immutable;
using Sim.Actors.Devices;
using Sim.Hardware.Crypto;
using Sim.Scenarios.Model;

namespace Sim.Scenarios.Run;

/// <summary>A session group as its clients know it.</summary>
public sealed class LoadGroup
{
    /// <summary>Makes a group.</summary>
    /// <param name="spec">Its sessions.</param>
    /// <param name="faults">What strikes each of them.</param>
    /// <param name="first">Index of its first client in the run.</param>
    public LoadGroup(SessionSpec spec, ImmutableArray<FaultSpec> faults, int first)
    {
        (Spec, Faults, First) = (spec, faults, first);
        Ranges = spec.Jobs.Pattern is { } pattern ? EncryptedRanges.Pattern(pattern) : EncryptedRanges.Whole;
        Script = spec.Script?.Steps() ?? [];
        CreateSession = new Device.CreateSession(spec.Limits);
    }

    /// <summary>Its sessions.</summary>
    public SessionSpec Spec { get; }

    /// <summary>What strikes each of them.</summary>
    public ImmutableArray<FaultSpec> Faults { get; }

    /// <summary>Index of its first client in the run.</summary>
    public int First { get; }

    /// <summary>Which bytes of its jobs are encrypted.</summary>
    public EncryptedRanges Ranges { get; }

    /// <summary>What its clients do, command by command; empty: they put their sessions under load.</summary>
    public ImmutableArray<ScriptAction> Script { get; }

    /// <summary>How each of its clients asks for a session.</summary>
    public Device.CreateSession CreateSession { get; }

    /// <summary>When the jobs of a client arrive: like clients take turns.</summary>
    /// <param name="client">Its index in the group.</param>
    public ArrivalPace Arrivals(int client) => new(Spec.RatePerSecond, (double)client / Spec.Count);

    /// <summary>When a client refreshes: like clients take turns here too, the last one after a whole interval.</summary>
    /// <param name="client">Its index in the group.</param>
    public RefreshPace Refreshes(int client) =>
        new(Spec.Refresh, (Spec.Refresh?.EveryTime ?? TimeSpan.Zero) * ((client + 1.0) / Spec.Count));
}
