using Akka.Actor;

namespace Akka.TestKit;

/// <summary>Reacts to messages as they reach a test actor, before the test looks at them.</summary>
public abstract class AutoPilot
{
    /// <summary>Says that no pilot takes over: the messages are only queued.</summary>
    public static NoAutoPilot NoAutoPilot => NoAutoPilot.Instance;

    /// <summary>Says that the pilot which is running goes on.</summary>
    public static KeepRunning KeepRunning => KeepRunning.Instance;

    /// <summary>Reacts to a message.</summary>
    /// <param name="sender">Who sent it.</param>
    /// <param name="message">The message.</param>
    /// <returns>The pilot for the next message; <see cref="KeepRunning"/> for this one again.</returns>
    public abstract AutoPilot Run(IActorRef sender, object message);
}

/// <summary>A reaction to a message: see <see cref="AutoPilot.Run"/>.</summary>
/// <param name="sender">Who sent it.</param>
/// <param name="message">The message.</param>
/// <returns>The pilot for the next message.</returns>
public delegate AutoPilot AutoPilotDelegate(IActorRef sender, object message);

/// <summary>A pilot that is a delegate.</summary>
/// <param name="autoPilotDelegate">The reaction.</param>
public sealed class DelegateAutoPilot(AutoPilotDelegate autoPilotDelegate) : AutoPilot
{
    /// <inheritdoc/>
    public override AutoPilot Run(IActorRef sender, object message) => autoPilotDelegate(sender, message);
}

/// <summary>Stands for the pilot that is running.</summary>
public sealed class KeepRunning : AutoPilot
{
    /// <summary>The only instance.</summary>
    public static readonly KeepRunning Instance = new();

    private KeepRunning()
    {
    }

    /// <summary>Never runs itself.</summary>
    /// <param name="sender">Who sent the message.</param>
    /// <param name="message">The message.</param>
    /// <returns>Nothing.</returns>
    /// <exception cref="InvalidOperationException">Always: this stands for another pilot.</exception>
    public override AutoPilot Run(IActorRef sender, object message) =>
        throw new InvalidOperationException("KeepRunning stands for the pilot that returned it; it cannot be set as one.");
}

/// <summary>No pilot.</summary>
public sealed class NoAutoPilot : AutoPilot
{
    /// <summary>The only instance.</summary>
    public static readonly NoAutoPilot Instance = new();

    private NoAutoPilot()
    {
    }

    /// <inheritdoc/>
    public override AutoPilot Run(IActorRef sender, object message) => this;
}
