using Sim.Hardware.Crypto;

namespace Sim.Hardware.Sessions;

/// <summary>An accepted change of key, as it stands in the session's line.</summary>
/// <param name="Epoch">The epoch that it begins.</param>
/// <param name="CheckValue">Check value of the new key.</param>
/// <param name="Reason">Refresh or renegotiation.</param>
public readonly record struct KeySwitch(int Epoch, KeyCheckValue CheckValue, SwitchReason Reason);
