using System.Collections.Frozen;
using System.Collections.Immutable;
using Sim.Actors.Engines;
using Sim.Hardware.Ddi;
using Sim.Hardware.Loss;
using Sim.Hardware.Resources;
using Sim.Hardware.Sessions;

namespace Sim.Actors.Serialization;

/// <summary>
/// The classes that a binary serializer may build a reader or writer for: the messages of <see cref="MessageTypes"/> as
/// <see cref="Parcels"/> has them, and what they are made of. Exactly these: neither what derives from them nor what
/// contains them.
/// </summary>
internal static class PlainTypes
{
    /// <summary>In an order that both sides agree on: data names a class by its place.</summary>
    public static ImmutableArray<Type> All { get; } =
    [
        .. MessageTypes.All.Select(entry => Parcels.PackedType(entry.Type)),
        typeof(SessionLimits),
        typeof(DdiStatus),
        typeof(Misuse),
        typeof(AbortReason),
        typeof(JobRefusal),
        typeof(SwitchReason),
        typeof(EngineFence.Refusal),
        typeof(CryptoSessionStatus),
        typeof(ProtectionPhase),
        typeof(SurfaceGeneration),
        typeof(TimeSpan),
    ];

    // Arrays have no place of their own: their readers are asked for by the class of a member.
    private static readonly FrozenSet<Type> Allowed = All.Append(typeof(string[])).Append(typeof(byte[])).ToFrozenSet();

    /// <summary>Whether this very class may be read or written. Numbers, truth values and text need not ask.</summary>
    public static bool IsAllowed(Type type) => Allowed.Contains(type);
}
