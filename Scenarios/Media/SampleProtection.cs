using Sim.Hardware.Crypto;

namespace Sim.Scenarios.Media;

/// <summary>How one sample is encrypted with AES-128 in counter mode (scheme <c>cenc</c>, ISO/IEC 23001-7).</summary>
/// <param name="Kid">The key that encrypts the sample.</param>
/// <param name="Iv">The upper eight bytes of the first counter block.</param>
/// <param name="BlockCount">
/// The lower eight bytes of the first counter block. An eight-byte IV in the file starts it at 0; a sixteen-byte IV sets
/// it, and a carry out of it is dropped.
/// </param>
/// <param name="SubSamples">
/// The clear and encrypted parts, which add up to the sample; empty when the whole sample is encrypted. The counter runs on
/// from one encrypted part to the next. The memory belongs to the chunk and is valid until the chunk is filled again.
/// </param>
public readonly record struct SampleProtection(
    KeyId Kid,
    ulong Iv,
    ulong BlockCount,
    ReadOnlyMemory<SubSample> SubSamples);
