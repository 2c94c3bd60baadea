using Sim.Hardware.Choices;
using Sim.Hardware.Engines;
using Sim.Hardware.Sessions;

namespace Sim.Actors;

/// <summary>The machines of a device that follows one of <see cref="KeySwitchPolicies"/>.</summary>
/// <param name="policy">Name of the policy.</param>
/// <param name="choices">When its sessions bind and wipe keys; null: as Sim chose.</param>
public sealed class PolicyMachines(string policy, DdiChoices? choices = null) : IDeviceMachines
{
    // Whoever asks first, finds the same.
    private Func<SessionLimits, int, IKeySwitchPolicy>? _create;

    /// <inheritdoc/>
    public string Policy => policy;

    /// <inheritdoc/>
    public ISessionMachine Session(int session, SessionLimits limits, int engines) =>
        new SessionMachine(session, limits, (_create ??= KeySwitchPolicies.FactoryOf(policy))(limits, engines), engines, choices);

    /// <inheritdoc/>
    public IEngineMachine Engine(int engine) => KeySwitchPolicies.CreateEngine(policy);
}
