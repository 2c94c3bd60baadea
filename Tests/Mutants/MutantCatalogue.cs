using Sim.Hardware.Engines;
using Sim.Hardware.Sessions;
using Sim.Tests.Mutants.World;

namespace Sim.Tests.Mutants;

/// <summary>
/// The wrong versions, in a fixed order. Each is a mistake that somebody could really make in the code it replaces, none
/// breaks by throwing, and each names the properties that must notice: by a violation, or, where a property is of kind
/// <c>sometimes</c>, in that it is never reached.
/// </summary>
internal static partial class MutantCatalogue
{
    private const string Drain = "drain";
    private const string Marker = "marker";
    private const string Slots = "slots";

    private static readonly string[] Every = [Slots, Drain, Marker];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Mutant> All { get; } =
        [.. Keys(), .. Streams(), .. Jobs(), .. Ends(), .. Drains(), .. KeySlots(), .. Markers(), .. Engines(), .. Losses(), .. Transfers(), .. Waits(), .. Timid()];

    /// <summary>The mutant of a name.</summary>
    public static Mutant Find(string name) => All.Single(mutant => mutant.Name == name);

    private static Func<string, MutantMachines> Session(Func<ISessionMachine, ISessionMachine> around) =>
        policy => new MutantMachines(policy) { AroundSession = (right, _) => around(right) };

    private static Func<string, MutantMachines> Policy(Func<IKeySwitchPolicy, IKeySwitchPolicy> around) =>
        policy => new MutantMachines(policy) { AroundPolicy = around };

    private static Func<string, MutantMachines> Table(Func<IKeySlotTable, int, IKeySlotTable> around) =>
        policy => new MutantMachines(policy) { AroundSlots = around };

    private static Func<string, MutantMachines> Limits(Func<SessionLimits, SessionLimits> limits) =>
        policy => new MutantMachines(policy) { Limits = limits };
}
