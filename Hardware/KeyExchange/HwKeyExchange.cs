using Sim.Hardware.Ddi;
using Sim.Hardware.Profiles;
using Sim.Hardware.Surface;

namespace Sim.Hardware.KeyExchange;

/// <summary>
/// NegotiateCryptoSessionKeyExchange of a session for hardware protection, in both its forms: it takes a DRM
/// component's packet to the hardware and brings the answer back, several round trips as the DRM likes. What is in the
/// packets is none of the driver's business.
/// </summary>
public static class HwKeyExchange
{
    /// <summary>D3DWDDM2_4DDI_CRYPTO_SESSION_KEY_EXCHANGE_FLAG_NONE, the only flags there are.</summary>
    public const uint NoFlags = 0;

    /// <summary>Hardware keys of a session that data can be handed out for.</summary>
    public const int MaxHardwareKeys = 1024;

    /// <summary>Finds the DRM component's packet in what a client sent.</summary>
    /// <param name="device">The device.</param>
    /// <param name="session">The session.</param>
    /// <param name="dataSize">Size of the outer structure that the caller states.</param>
    /// <param name="input">The input data, head included.</param>
    /// <param name="output">The memory for the output data; its head says what room there is.</param>
    /// <param name="gate">What <see cref="SessionCallGate"/> says of the call.</param>
    /// <param name="packet">Receives the place of the packet in <paramref name="input"/>.</param>
    /// <param name="flags">Flags of the multi-threaded form.</param>
    /// <param name="abi">Width of pointers in the outer structure.</param>
    /// <returns>E_INVALIDARG for a wrong size anywhere, or for flags.</returns>
    public static CallVerdict NegotiateCryptoSessionKeyExchange(
        DeviceProfile device,
        CryptoSessionState session,
        uint dataSize,
        ReadOnlySpan<byte> input,
        ReadOnlySpan<byte> output,
        CallVerdict gate,
        out Range packet,
        uint flags = NoFlags,
        DdiAbi abi = DdiAbi.X64)
    {
        packet = default;
        if (!gate.Runs)
            return gate;
        if (session.Args.KeyExchangeType != KeyExchangeTypes.HwProtection || flags != NoFlags)
            return CallVerdict.Refused(SurfaceRule.BadField);
        if (dataSize != HwProtectionData.Size(abi)
            || input.Length < HwProtectionInput.HeadSize
            || output.Length < HwProtectionOutput.HeadSize)
            return CallVerdict.Refused(SurfaceRule.Size);
        var head = HwProtectionInput.Read(input);
        var room = HwProtectionOutput.Read(output);
        if (head.PrivateDataSize != device.PrivateInputSize
            || room.PrivateDataSize != device.PrivateOutputSize
            || head.TotalSize > (ulong)input.Length
            || room.MaxTotalSize > (ulong)output.Length)
            return CallVerdict.Refused(SurfaceRule.Size);
        var start = HwProtectionInput.HeadSize + (int)head.PrivateDataSize;
        packet = start..(start + (int)head.HwProtectionDataSize);
        return CallVerdict.GoesOn;
    }

    /// <summary>
    /// Writes the hardware's answer: sizes, times, the driver's own bytes (zeros here) and the packet. Nothing is
    /// written behind the room that the head states.
    /// </summary>
    /// <param name="answer">The answer. Its status belongs into <see cref="HwProtectionData.Status"/>; the call itself
    /// has succeeded whatever it says.</param>
    /// <param name="output">The memory that was checked when the packet was taken.</param>
    /// <returns>E_INVALIDARG if the packet is longer than the room; then the head says that it has no bytes.</returns>
    public static CallVerdict Complete(DrmAnswer answer, Span<byte> output)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var room = HwProtectionOutput.Read(output);
        var fits = (ulong)answer.Packet.Length <= room.MaxHwProtectionDataSize;
        var head = room with
        {
            HwProtectionDataSize = fits ? (uint)answer.Packet.Length : 0,
            TransportTime = answer.TransportTime,
            ExecutionTime = answer.ExecutionTime,
        };
        head.Write(output);
        var own = output.Slice(HwProtectionOutput.HeadSize, (int)room.PrivateDataSize);
        own.Clear();
        if (!fits)
            return CallVerdict.Refused(SurfaceRule.Size);
        answer.Packet.Span.CopyTo(output[(HwProtectionOutput.HeadSize + own.Length)..]);
        return CallVerdict.GoesOn;
    }

    /// <summary>
    /// GetDataForNewHardwareKey: a number that a DRM component needs to make one more hardware key, never zero and
    /// never the same for two keys of a device.
    /// </summary>
    /// <param name="device">The device.</param>
    /// <param name="session">The session.</param>
    /// <param name="privateInputSize">Bytes of private input; must be what the device says.</param>
    /// <param name="gate">What <see cref="SessionCallGate"/> says of the call.</param>
    /// <param name="data">Receives the number, or zero.</param>
    /// <returns>E_OUTOFMEMORY when the session has had data for <see cref="MaxHardwareKeys"/> keys.</returns>
    public static SessionStep GetDataForNewHardwareKey(
        DeviceProfile device, CryptoSessionState session, uint privateInputSize, CallVerdict gate, out ulong data)
    {
        data = 0;
        if (!gate.Runs)
            return new(session, gate);
        if (privateInputSize != device.PrivateInputSize)
            return new(session, CallVerdict.Refused(SurfaceRule.Size));
        if (session.HardwareKeys >= MaxHardwareKeys)
            return new(session, CallVerdict.Refused(SurfaceRule.Limit, DdiStatus.OutOfMemory));
        var next = session with { HardwareKeys = session.HardwareKeys + 1 };
        data = (session.Handle.Value << 32) | (uint)next.HardwareKeys;
        return new(next, CallVerdict.GoesOn);
    }
}
