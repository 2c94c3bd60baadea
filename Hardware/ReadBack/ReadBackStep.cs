using Sim.Hardware.Crypto;
using Sim.Hardware.Surface;

namespace Sim.Hardware.ReadBack;

/// <summary>What a call made of reading back.</summary>
/// <param name="State">The state as it is then.</param>
/// <param name="Verdict">Whether the call ran, and its answer.</param>
/// <param name="Retired">A read-back key that no later blit will use; to be wiped when the last one that latched it has
/// ended.</param>
public readonly record struct ReadBackStep(ReadBackState State, CallVerdict Verdict, AesKey? Retired = null);
