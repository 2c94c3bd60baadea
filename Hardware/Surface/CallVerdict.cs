using Sim.Hardware.Ddi;

namespace Sim.Hardware.Surface;

/// <summary>Whether a call goes on.</summary>
public readonly record struct CallVerdict
{
    private CallVerdict(bool runs, DdiStatus status, SurfaceRule? broken) =>
        (Runs, Status, Broken) = (runs, status, broken);

    /// <summary>False: the call changes nothing.</summary>
    public bool Runs { get; }

    /// <summary>What the call answers if it has an answer; <see cref="DdiStatus.Ok"/> for a void call, whatever
    /// happened.</summary>
    public DdiStatus Status { get; }

    /// <summary>The rule it broke, for the log; a call that runs may have broken one, too.</summary>
    public SurfaceRule? Broken { get; }

    /// <summary>The call goes on.</summary>
    public static CallVerdict GoesOn { get; } = new(runs: true, DdiStatus.Ok, broken: null);

    /// <summary>The call does nothing, and nothing is said about it.</summary>
    public static CallVerdict Skipped { get; } = new(runs: false, DdiStatus.Ok, broken: null);

    /// <summary>The call goes on, and the log says what is wrong with it.</summary>
    public static CallVerdict Warned(SurfaceRule rule) => new(runs: true, DdiStatus.Ok, rule);

    /// <summary>The call is refused.</summary>
    public static CallVerdict Refused(SurfaceRule rule, DdiStatus status = DdiStatus.InvalidArg) =>
        new(runs: false, status, rule);
}
