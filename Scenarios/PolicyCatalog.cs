using Sim.Actors;
using Sim.Hardware.Sessions;
using Sim.Scenarios.Broken;

namespace Sim.Scenarios;

/// <summary>The policies that the command line can name: the real ones, and the deliberately wrong ones.</summary>
public static class PolicyCatalog
{
    /// <summary>All names.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. KeySwitchPolicies.Names, LateLatchMachines.Name, NoDrainMachines.Name, NonceNotClearedMachines.Name];

    /// <summary>Makes the machines of a device.</summary>
    /// <exception cref="UsageException">There is no such policy.</exception>
    public static IDeviceMachines Create(string name) => name switch
    {
        LateLatchMachines.Name => new LateLatchMachines(),
        NoDrainMachines.Name => new NoDrainMachines(),
        NonceNotClearedMachines.Name => new NonceNotClearedMachines(),
        _ when KeySwitchPolicies.Names.Contains(name) => new PolicyMachines(name),
        _ => throw Unknown(name),
    };

    /// <summary>What is thrown at a name that no policy has.</summary>
    public static UsageException Unknown(string name) =>
        new($"--policy: there is no policy '{name}'; there are {string.Join(", ", Names)}");
}
