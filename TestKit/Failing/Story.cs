using Akka.Actor;
using Sim.Control;
using Sim.Simulation.Exploration;
using Sim.Simulation.Schedules;
using Sim.Testing.Running;

namespace Sim.Testing.Failing;

/// <summary>What happened in one schedule, and who has not heard back from whom.</summary>
internal sealed class Story : IStepObserver
{
    private readonly List<StoryStep> _steps = [];
    private readonly Dictionary<string, Unanswered> _lastSent = [];

    public IReadOnlyList<StoryStep> Steps => _steps;

    public void Stepping(IControlledWorld world, int number, ScheduledStep step, int cause)
    {
        _steps.Add(new StoryStep(number, MessageTexts.NameOf(step.Actor), TextOf(step), cause));
        if (DeliveryOf(world, step) is not { Kind: DeliveryKind.Ordinary, Sender: IActorRef sender })
            return;
        var (from, to) = (MessageTexts.NameOf(sender), MessageTexts.NameOf(step.Actor));
        if (from == to)
            return;
        _lastSent[from] = new Unanswered(from, to, TextOf(step), number);

        // Whoever it comes to has heard from its sender, if that had the question when it sent this.
        if (_lastSent.TryGetValue(to, out var question) && question.To == from && cause >= question.Step)
            _lastSent.Remove(to);
    }

    public void Stepped(IControlledWorld world)
    {
    }

    /// <summary>Those who each wait for the next, and the last for the first; empty when there is no such circle.</summary>
    public IReadOnlyList<Unanswered> Circle()
    {
        foreach (var begin in _lastSent.Keys.Order(StringComparer.Ordinal))
        {
            var way = new List<Unanswered>();
            for (var at = begin; _lastSent.TryGetValue(at, out var question) && way.Count <= _lastSent.Count; at = question.To)
            {
                way.Add(question);
                if (question.To == begin)
                    return way;
            }
        }

        return [];
    }

    private static string TextOf(ScheduledStep step) => step.Actor == step.At ? step.Message : $"timer: {step.Message}";

    private static Delivery? DeliveryOf(IControlledWorld world, ScheduledStep step)
    {
        foreach (var inbox in world.Ready)
        {
            if (inbox.Path == step.At)
                return inbox.Next;
        }

        return null;
    }
}
