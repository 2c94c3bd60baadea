namespace Akka.Actor;

/// <summary>Makes the strategy of the user guardian; named in <c>akka.actor.guardian-supervisor-strategy</c>.</summary>
public abstract class SupervisorStrategyConfigurator
{
    /// <summary>Makes the strategy.</summary>
    /// <returns>The strategy.</returns>
    public abstract SupervisorStrategy Create();
}

/// <summary>Gives <see cref="SupervisorStrategy.DefaultStrategy"/>.</summary>
public sealed class DefaultSupervisorStrategy : SupervisorStrategyConfigurator
{
    /// <inheritdoc/>
    public override SupervisorStrategy Create() => SupervisorStrategy.DefaultStrategy;
}

/// <summary>Gives <see cref="SupervisorStrategy.StoppingStrategy"/>.</summary>
public sealed class StoppingSupervisorStrategy : SupervisorStrategyConfigurator
{
    /// <inheritdoc/>
    public override SupervisorStrategy Create() => SupervisorStrategy.StoppingStrategy;
}
