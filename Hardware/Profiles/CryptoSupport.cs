using System.Collections.Immutable;

namespace Sim.Hardware.Profiles;

/// <summary>One kind of encryption that a device knows.</summary>
/// <param name="CryptoType">The kind.</param>
/// <param name="KeyExchangeTypes">Its key-exchange types, in the order in which they are enumerated.</param>
/// <param name="DecodeProfiles">The decoder profiles that it works with; without decoding it always works.</param>
public sealed record CryptoSupport(
    Guid CryptoType, ImmutableArray<Guid> KeyExchangeTypes, ImmutableArray<Guid> DecodeProfiles);
