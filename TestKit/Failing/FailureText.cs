using System.Globalization;
using System.Text;
using Sim.Simulation.Experiments;
using Sim.Simulation.Schedules;
using Sim.Testing.Running;

namespace Sim.Testing.Failing;

/// <summary>What people read of a failure.</summary>
internal sealed class FailureText(
    SavedSchedule saved, Story story, bool isAtEnd, Judgement judgement, TestIdentity test, string? file)
{
    /// <summary>Most steps that are shown: the last ones.</summary>
    public const int StepsMax = 60;

    private const int ActorWidthMax = 40;

    private int Chosen => saved.Schedule.Steps.Length;

    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine($"{saved.Failure.Property}: {saved.Failure.Detail}").AppendLine();
        WriteSteps(text);
        if (isAtEnd)
            WriteEnd(text);
        WriteOrigin(text);
        text.Append(file is null
            ? "The schedule could not be saved."
            : $"run it again: {SavedSchedule.Variable}='{file}' dotnet test --filter FullyQualifiedName~{test.Name}");
        return text.ToString();
    }

    private void WriteSteps(StringBuilder text)
    {
        var steps = story.Steps;
        var first = Math.Max(0, steps.Count - StepsMax);
        if (steps.Count == 0)
            return;
        var width = Math.Min(ActorWidthMax, Math.Max("actor".Length, steps.Skip(first).Max(step => step.Actor.Length)));
        text.AppendLine($" step  {"actor".PadRight(width)}  handles");
        if (first > 0)
            text.AppendLine(CultureInfo.InvariantCulture, $"       ({first} steps before)");
        foreach (var step in steps.Skip(first))
        {
            var cause = step.Cause > 0 ? $"  (from {step.Cause})" : "";
            var end = step.Number == steps.Count && !isAtEnd ? "  <--" : "";
            if (isAtEnd && step.Number == Chosen + 1)
                text.AppendLine("       (from here on in canonical order)");
            text.AppendLine(CultureInfo.InvariantCulture, $"{step.Number,5}  {step.Actor.PadRight(width)}  {step.Text}{cause}{end}");
        }

        text.AppendLine();
    }

    private void WriteEnd(StringBuilder text)
    {
        text.AppendLine(judgement.IsEarly ? "Then the test ends it." : "Then nothing can happen any more.");
        foreach (var line in judgement.Waiting)
            text.AppendLine($"  {line}");
        var circle = judgement.IsEarly ? [] : story.Circle();
        if (circle.Count > 0)
        {
            text.AppendLine("In a circle, each without an answer to what it sent last:");
            foreach (var (from, to, message, step) in circle)
                text.AppendLine(CultureInfo.InvariantCulture, $"  {from} waits for {to}: {message} ({step})");
        }

        text.AppendLine();
    }

    private void WriteOrigin(StringBuilder text)
    {
        var timing = saved.Schedule.Timing == Timing.Any ? "" : ", timing model";
        text.Append(saved.Strategy == Canonical.StrategyName
            ? $"found by the {saved.Strategy} schedule{timing}"
            : string.Create(CultureInfo.InvariantCulture, $"found by schedule {saved.Number} of {saved.Strategy}, seed {saved.Seed}{timing}"));
        if (saved.Failure.Property == Failure.StepLimit)
            text.Append(" (what is scheduled again and again never ends: World.EndWhen)");
        else if (isAtEnd)
            text.Append(CultureInfo.InvariantCulture, $"; of its {saved.FoundSteps} steps {Chosen} matter");
        else
            text.Append(CultureInfo.InvariantCulture, $"; {saved.FoundSteps} steps shrunk to {Chosen}");
        text.AppendLine();
    }
}
