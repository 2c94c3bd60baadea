using Akka.Actor;
using Akka.Configuration;
using Sim.Control;
using Sim.Simulation.Experiments;
using Sim.Tests.Runtime;

namespace Sim.Tests.Simulation.Plugin;

/// <summary>Actors that note what happens to them; what they noted is how a schedule came out.</summary>
/// <param name="begin">Makes the actors and gives what starts them; what they note goes to the list.</param>
/// <param name="config">Configuration of the systems.</param>
internal sealed class Noted(Func<ActorSystem, List<string>, Action> begin, string config = "") : IExperiment
{
    private List<string> _notes = [];

    public Config Config { get; } = ConfigurationFactory.ParseString(config);

    public bool IsSetUp { get; private set; }

    public bool IsDone => IsDoneWhen?.Invoke(_notes) == true;

    public Failure? Failure => null;

    /// <summary>For what never comes to rest: when it is enough.</summary>
    public Predicate<List<string>>? IsDoneWhen { get; init; }

    /// <summary>What counts as a failure; null: nothing.</summary>
    public Predicate<string>? Fails { get; init; }

    /// <summary>Called at the end of each schedule.</summary>
    public Action<IControlledWorld>? AtEnd { get; init; }

    /// <summary>How schedules came out, all of them.</summary>
    public SortedSet<string> Outcomes { get; } = new(StringComparer.Ordinal);

    public void Begin(ActorSystem system, ulong seed)
    {
        _notes = [];
        IsSetUp = false;
        var start = begin(system, _notes);

        // Its name comes last: when it gets its message, the others are there.
        system.ActorOf(
            Scripted.Of((_, _) =>
            {
                start();
                IsSetUp = true;
            }),
            "~start").Tell("start");
    }

    public Failure? End(IControlledWorld world)
    {
        AtEnd?.Invoke(world);
        var outcome = string.Join(' ', _notes);
        Outcomes.Add(outcome);
        return Fails?.Invoke(outcome) == true ? new Failure("Outcome", outcome) : null;
    }

    public string Describe(object message) => message is Akka.Event.DeadLetter letter ? $"dead letter {letter.Message}" : message.ToString()!;
}
