using System.Collections.Immutable;

namespace Sim.Scenarios.Model;

/// <summary>
/// What a client does, command by command. A client whose script does not close the session closes it when the script is at
/// its end and every job has ended.
/// </summary>
public sealed record ScriptSpec
{
    /// <summary>Most commands of one script, each job being one.</summary>
    public const int MaxLength = 100_000;

    /// <summary>The commands in their order, at least one.</summary>
    public required ImmutableArray<ScriptCommand> Commands { get; init; }

    /// <summary>How many commands there are, each job being one.</summary>
    public long Length => Commands.Sum(command => (long)command.Times);

    /// <summary>How many jobs it submits; one that is refused with DeviceBusy is submitted anew and counts once.</summary>
    public long Jobs => Commands.Sum(command =>
        IsJob(command.Action) ? (long)command.Times : 0);

    /// <summary>Whether a command submits jobs.</summary>
    public static bool IsJob(ScriptAction action) =>
        action is ScriptAction.Job or ScriptAction.ReuseIv or ScriptAction.WrapCounter or ScriptAction.StaleWrap;

    /// <summary>Every command by itself.</summary>
    public ImmutableArray<ScriptAction> Steps() =>
        [.. Commands.SelectMany(command => Enumerable.Repeat(command.Action, command.Times))];

    /// <summary>Equal when the commands are.</summary>
    public bool Equals(ScriptSpec? other) => other is not null && Commands.SequenceEqual(other.Commands);

    /// <inheritdoc/>
    public override int GetHashCode() => Commands.Length;
}
