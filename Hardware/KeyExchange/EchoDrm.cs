using Sim.Hardware.Ddi;

namespace Sim.Hardware.KeyExchange;

/// <summary>Hardware that answers each packet with its bytes inverted, after fixed times: a DRM without rights.</summary>
/// <param name="transport">How long packets travel, not negative.</param>
/// <param name="execution">How long the hardware works, not negative.</param>
public sealed class EchoDrm(TimeSpan transport, TimeSpan execution) : IDrmHardware
{
    /// <summary>Longest packet that is answered; a longer one fails.</summary>
    public const int MaxPacket = 1 << 16;

    /// <inheritdoc/>
    public DrmAnswer Answer(uint functionId, ReadOnlySpan<byte> packet)
    {
        if (packet.Length > MaxPacket)
            return new(DdiStatus.Fail, default, transport, execution);
        var answer = new byte[packet.Length];
        for (var i = 0; i < answer.Length; i++)
            answer[i] = (byte)~packet[i];
        return new(DdiStatus.Ok, answer, transport, execution);
    }
}
