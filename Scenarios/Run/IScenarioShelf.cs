using Sim.Scenarios.Model;

namespace Sim.Scenarios.Run;

/// <summary>Where the command line finds scenarios.</summary>
public interface IScenarioShelf
{
    /// <summary>The scenarios that come with sim, in the order in which they are listed.</summary>
    IReadOnlyList<Scenario> All { get; }

    /// <summary>Those among the scenarios that are programs; they are listed with the others.</summary>
    IReadOnlyList<IScenarioProgram> Programs => [];

    /// <summary>Finds a scenario that is no program.</summary>
    /// <param name="nameOrFile">The name of one of <see cref="All"/>, or a file.</param>
    /// <param name="sets">What differs from what is written there, each as key=value.</param>
    /// <exception cref="UsageException">There is no such scenario, or it is wrong.</exception>
    Scenario Load(string nameOrFile, IReadOnlyList<string> sets);
}
