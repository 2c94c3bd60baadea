using System.Collections.Immutable;

namespace Sim.Scenarios.Model;

/// <summary>Describes a script in C#. Every call returns a new builder.</summary>
public sealed class ScriptBuilder
{
    private readonly ImmutableArray<ScriptCommand> _commands;

    internal ScriptBuilder()
        : this([])
    {
    }

    private ScriptBuilder(ImmutableArray<ScriptCommand> commands) => _commands = commands;

    /// <summary>Submits jobs.</summary>
    public ScriptBuilder Jobs(int count) => Then(new ScriptCommand(ScriptAction.Job, count));

    /// <summary>Submits a job.</summary>
    public ScriptBuilder Job() => Jobs(1);

    /// <summary>Calls StartSessionKeyRefresh.</summary>
    public ScriptBuilder Start() => Then(new ScriptCommand(ScriptAction.Start));

    /// <summary>Calls FinishSessionKeyRefresh, when the Start before it is answered.</summary>
    public ScriptBuilder Finish() => Then(new ScriptCommand(ScriptAction.Finish));

    /// <summary>Negotiates another session key.</summary>
    public ScriptBuilder Renegotiate() => Then(new ScriptCommand(ScriptAction.Renegotiate));

    /// <summary>Submits a job with the IV of the one before it.</summary>
    public ScriptBuilder ReuseIv() => Then(new ScriptCommand(ScriptAction.ReuseIv));

    /// <summary>Submits a job whose block count begins with the last one that there is.</summary>
    public ScriptBuilder WrapCounter() => Then(new ScriptCommand(ScriptAction.WrapCounter));

    /// <summary>Submits a job whose content key is wrapped for the epoch before.</summary>
    public ScriptBuilder StaleWrap() => Then(new ScriptCommand(ScriptAction.StaleWrap));

    /// <summary>Waits until the group's engine has ended as many jobs as were submitted, or is lost.</summary>
    public ScriptBuilder WaitFence() => Then(new ScriptCommand(ScriptAction.WaitFence));

    /// <summary>The platform loses the session's key.</summary>
    public ScriptBuilder LoseKey() => Then(new ScriptCommand(ScriptAction.LoseKey));

    /// <summary>Closes the session.</summary>
    public ScriptBuilder Close() => Then(new ScriptCommand(ScriptAction.Close));

    /// <summary>Closes the session, opens another one, and goes on when that has a key.</summary>
    public ScriptBuilder Reopen() => Then(new ScriptCommand(ScriptAction.Reopen));

    /// <summary>The device's hardware protection is torn down.</summary>
    public ScriptBuilder Teardown() => Then(new ScriptCommand(ScriptAction.Teardown));

    /// <summary>The device is suspended.</summary>
    public ScriptBuilder Suspend() => Then(new ScriptCommand(ScriptAction.Suspend));

    /// <summary>The device is resumed.</summary>
    public ScriptBuilder Resume() => Then(new ScriptCommand(ScriptAction.Resume));

    /// <summary>Shows what the session's latest completed job has written.</summary>
    public ScriptBuilder Present() => Then(new ScriptCommand(ScriptAction.Present));

    /// <summary>The same commands several times.</summary>
    /// <param name="times">How many times, at least 1.</param>
    /// <param name="describe">The commands: <c>again => again.Jobs(4).Start().Finish()</c>.</param>
    public ScriptBuilder Repeat(int times, Func<ScriptBuilder, ScriptBuilder> describe)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(times);
        var builder = this;
        for (var i = 0; i < times; i++)
            builder = describe(builder);
        return builder;
    }

    internal ScriptSpec Build() => new() { Commands = _commands };

    private ScriptBuilder Then(ScriptCommand command) => new(_commands.Add(command));
}
