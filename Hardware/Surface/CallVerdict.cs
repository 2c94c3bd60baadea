using Sim.Hardware.Ddi;

namespace Sim.Hardware.Surface;

/// <summary>Whether a call goes on.</summary>
/// <param name="Status">What the call answers if it has an answer; <see cref="DdiStatus.Ok"/> for a void call, whatever
/// happened.</param>
/// <param name="Broken">The rule it broke; null: the call goes on. Goes into the log.</param>
public readonly record struct CallVerdict(DdiStatus Status, SurfaceRule? Broken)
{
    /// <summary>The call goes on.</summary>
    public static CallVerdict GoesOn => default;

    /// <summary>True if the call goes on; else it changes nothing.</summary>
    public bool Runs => Broken is null;

    /// <summary>The call is refused.</summary>
    public static CallVerdict Refused(SurfaceRule rule, DdiStatus status = DdiStatus.InvalidArg) => new(status, rule);
}
