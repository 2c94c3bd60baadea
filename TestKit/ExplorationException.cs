using Sim.Simulation.Schedules;

namespace Sim.Testing;

/// <summary>
/// An exploration found something wrong. The message tells what, the steps that lead there, and how to see them again; it is the
/// same each time.
/// </summary>
public sealed class ExplorationException : Exception
{
    internal ExplorationException(
        string property, string detail, IReadOnlyList<ScheduledStep> steps, string? file, string message, Exception? cause)
        : base(message, cause) => (Property, Detail, Steps, File) = (property, detail, steps, file);

    /// <summary>Name of what does not hold.</summary>
    public string Property { get; }

    /// <summary>What is wrong, in one line.</summary>
    public string Detail { get; }

    /// <summary>The steps that lead there, as few as were found; empty when no schedule has them.</summary>
    public IReadOnlyList<ScheduledStep> Steps { get; }

    /// <summary>Where they were saved; null: nowhere.</summary>
    public string? File { get; }
}
