using Sim.Hardware.Crypto;

namespace Sim.Scenarios;

/// <summary>The value of <c>--session-key</c>.</summary>
public static class SessionKeyOption
{
    /// <summary>Reads 32 hex digits.</summary>
    /// <exception cref="UsageException">It is something else; the line does not repeat it.</exception>
    public static byte[] Parse(string hex)
    {
        if (hex.Length != 2 * SessionKey.Size)
            throw new UsageException($"--session-key: has {hex.Length} characters, it must be 32 hex digits");
        var key = new byte[SessionKey.Size];
        return Convert.FromHexString(hex, key, out _, out _) == System.Buffers.OperationStatus.Done
            ? key
            : throw new UsageException("--session-key: it must be 32 hex digits");
    }
}
