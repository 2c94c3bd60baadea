using Sim.Scenarios.Media;
using Sim.Scenarios.Output;

namespace Sim.Scenarios.Run;

/// <summary>A scenario that comes with sim as a program: what its clients do is C#, and there are no keys to set.</summary>
public interface IScenarioProgram
{
    /// <summary>Its name, as that of any scenario.</summary>
    string Name { get; }

    /// <summary>The situation, and what must hold.</summary>
    string Summary { get; }

    /// <summary>The key-switch policies that it is for.</summary>
    IReadOnlyList<string> Policies { get; }

    /// <summary>The modes that it is for, of <see cref="Model.RunModes"/>.</summary>
    IReadOnlyList<string> Modes { get; }

    /// <summary>Runs it.</summary>
    /// <param name="options">What was asked.</param>
    /// <param name="cancel">Stops the run.</param>
    /// <exception cref="UsageException">It cannot be run with these options.</exception>
    /// <exception cref="MediaException">The trace or the timeline cannot be written.</exception>
    /// <exception cref="RunException">The device did not play along.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    Task<RunReport> RunAsync(RunOptions options, CancellationToken cancel);
}
