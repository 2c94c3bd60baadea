using Sim.Hardware.Surface;

namespace Sim.Hardware.KeyExchange;

/// <summary>What a call made of a session.</summary>
/// <param name="Session">The session as it is then; unchanged unless the call ran.</param>
/// <param name="Verdict">Whether the call ran, and its answer.</param>
public readonly record struct SessionStep(CryptoSessionState Session, CallVerdict Verdict);
