using Sim.Hardware.Crypto;

namespace Sim.Scenarios.Browser;

/// <summary>A sample of media and how it is encrypted.</summary>
/// <param name="Data">Its bytes.</param>
/// <param name="Config">How it is encrypted; null: it is not.</param>
public sealed record Sample(byte[] Data, DecryptConfig? Config);

/// <summary>How a sample is encrypted.</summary>
/// <param name="KeyId">Which content key.</param>
/// <param name="Iv">Its IV, 16 bytes.</param>
/// <param name="Map">Clear and encrypted bytes in turn; empty: all are encrypted.</param>
/// <param name="HasPattern">It has stripes (cbcs): not supported here.</param>
public sealed record DecryptConfig(Guid KeyId, byte[] Iv, SubSample[] Map, bool HasPattern = false);

/// <summary>What became of a sample.</summary>
public enum DecryptStatus
{
    /// <summary>It is clear.</summary>
    Success,

    /// <summary>There is no key for it, or there is none any more: try again when one is set.</summary>
    NoKey,

    /// <summary>It is too long, has stripes, or the device is gone.</summary>
    Error,
}
