using Sim.Actors.Tracing;

namespace Sim.Scenarios.Output;

/// <summary>One step of a schedule, as an account tells it.</summary>
/// <param name="Number">Its number in the schedule, from 1.</param>
/// <param name="At">Virtual time since the start of the run.</param>
/// <param name="Actor">Path of the actor that takes the message, without address: <c>/user/device/session-0</c>.</param>
/// <param name="Message">The message in a short line, which names jobs, sessions and epochs as <c>job 3</c> and so on.</param>
/// <param name="Events">What was recorded within the step, in order.</param>
/// <param name="Cause">Number of the step that sent the message; 0 or below: set-up; null: not known.</param>
public sealed record AccountStep(
    int Number, TimeSpan At, string Actor, string Message, IReadOnlyList<TraceEvent> Events, int? Cause = null);
