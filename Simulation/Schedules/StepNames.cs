using Akka.Actor;
using Sim.Control;
using Sim.Simulation.Experiments;

namespace Sim.Simulation.Schedules;

/// <summary>Names what may happen next, so that it is recognised in another run.</summary>
internal static class StepNames
{
    public static ScheduledStep Of(in Enabled enabled, int index, IExperiment experiment)
    {
        if (enabled.IsAlarm(index))
        {
            var alarm = enabled.AlarmAt(index);
            return new ScheduledStep(ScheduledStep.TimerPrefix + PathOf(alarm), Describe(enabled, index, experiment));
        }

        var inbox = enabled.InboxAt(index);
        return new ScheduledStep(inbox.Path, Describe(inbox.Next, experiment));
    }

    /// <summary>True when it is that step. Texts are made only where the place is right.</summary>
    public static bool Is(in Enabled enabled, int index, ScheduledStep step, IExperiment experiment)
    {
        if (enabled.IsAlarm(index))
        {
            var alarm = enabled.AlarmAt(index);
            return step.At.StartsWith(ScheduledStep.TimerPrefix, StringComparison.Ordinal)
                && step.At.AsSpan(ScheduledStep.TimerPrefix.Length).SequenceEqual(PathOf(alarm))
                && Describe(enabled, index, experiment) == step.Message;
        }

        var inbox = enabled.InboxAt(index);
        return inbox.Path == step.At && Describe(inbox.Next, experiment) == step.Message;
    }

    // Of alarms that look alike, those due later are numbered. Inboxes have paths of their own.
    private static string Describe(in Enabled enabled, int index, IExperiment experiment)
    {
        var alarm = enabled.AlarmAt(index);
        var text = Describe(alarm.Message, experiment);
        var alike = 1;
        for (var i = enabled.InboxCount; i < index; i++)
        {
            var other = enabled.AlarmAt(i);
            if (PathOf(other) == PathOf(alarm) && Describe(other.Message, experiment) == text)
                alike++;
        }

        return alike == 1 ? text : $"{text} #{alike}";
    }

    private static string PathOf(IAlarm alarm) =>
        alarm.Target is IActorRef receiver ? receiver.Path.ToStringWithoutAddress() : "action";

    // The runtime's own messages are known by their kind: what is in them is its own affair.
    private static string Describe(in Delivery delivery, IExperiment experiment) => delivery.Kind switch
    {
        DeliveryKind.System => delivery.Message?.GetType().Name ?? "system message",
        DeliveryKind.Continuation => "continuation",
        _ => Describe(delivery.Message, experiment),
    };

    private static string Describe(object? message, IExperiment experiment) =>
        message is null ? "" : experiment.Describe(message);
}
