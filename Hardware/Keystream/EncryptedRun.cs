namespace Sim.Hardware.Keystream;

/// <summary>Bytes of a buffer that are encrypted in one piece.</summary>
/// <param name="Offset">Where they begin in the buffer.</param>
/// <param name="Length">How many there are.</param>
/// <param name="KeystreamOffset">Where their keystream begins in that of the buffer, in bytes.</param>
public readonly record struct EncryptedRun(int Offset, int Length, ulong KeystreamOffset);
