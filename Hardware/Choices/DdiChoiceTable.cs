using System.Collections.Immutable;

namespace Sim.Hardware.Choices;

/// <summary>All points at which the documents are silent or disagree, by number.</summary>
public static partial class DdiChoiceTable
{
    /// <summary>The points, in the order of their numbers.</summary>
    public static ImmutableArray<DdiChoice> All { get; } =
    [
        .. Refresh(), .. Keystream(), .. KeyExchange(), .. Channels(), .. Calls(), .. Devices(), .. Surfaces(),
    ];
}
