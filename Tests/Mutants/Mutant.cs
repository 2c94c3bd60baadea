using Sim.Checkers;
using Sim.Tests.Mutants.World;

namespace Sim.Tests.Mutants;

/// <summary>A wrong version of the machinery.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Mistake">What is wrong, in one line.</param>
/// <param name="Workload">Where it shows.</param>
/// <param name="Policies">The policies that it is a version of.</param>
/// <param name="Breaks">Names of the properties that it violates, or never reaches, all of them under each policy that makes them possible.</param>
/// <param name="Machines">Makes the machines of a device, given the policy.</param>
internal sealed record Mutant(
    string Name,
    string Mistake,
    Workload Workload,
    IReadOnlyList<string> Policies,
    IReadOnlyList<string> Breaks,
    Func<string, MutantMachines> Machines)
{
    /// <summary>True when a run may violate something; false when only what is never reached tells.</summary>
    public bool IsViolent => Breaks.Any(name => PropertySet.KindOf(name) != PropertyKind.Sometimes);

    public override string ToString() => Name;
}
