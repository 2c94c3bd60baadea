using Sim.Hardware.Choices;
using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.KeyExchange;
using Sim.Hardware.Profiles;
using Sim.Hardware.Surface;

namespace Sim.Hardware.Decoding;

/// <summary>
/// The rules of a video decoder that takes encrypted data: the order of calls, which key a frame has, and which bytes
/// of which buffer are encrypted. A decoder and a call come in, the decoder as it is then goes out. It holds no state
/// of its own.
/// </summary>
/// <param name="profile">What the device can do.</param>
/// <param name="choices">What is done where the documents are silent.</param>
public sealed partial class DecoderMachine(DeviceProfile profile, DdiChoices choices)
{
    /// <summary>CreateVideoDecoder.</summary>
    /// <param name="desc">What it decodes.</param>
    /// <param name="config">How its data is encrypted.</param>
    /// <param name="index">Number of the decoder on the device, from 0: its handle follows from it.</param>
    /// <param name="facts">How the device stands.</param>
    /// <returns>The decoder; or that the device is removed, E_OUTOFMEMORY without room, E_INVALIDARG for a profile that
    /// the device does not have and for encryption that does not go together or that it cannot undo.</returns>
    public DdiResult<DecoderState?> CreateVideoDecoder(
        VideoDecoderDesc desc, VideoDecoderConfig config, int index, in CreationFacts facts)
    {
        if (facts.DeviceRemoved)
            return new(SessionCallGate.StatusAfterRemoval(choices), null);
        if (!profile.DecodeProfiles.Contains(desc.Profile)
            || !config.IsValid
            || (config.UsesCryptoSession && !Decrypts(desc.Profile))
            || (config.IsHwCenc && !profile.Has(DdiContentProtectionCaps.HardwareDrmCommunication)))
            return new(DdiStatus.InvalidArg, null);
        return facts.HasRoom
            ? new(DdiStatus.Ok, new(desc, config, ContentHandle.Mint(ContentHandleKind.Decoder, index)))
            : new(DdiStatus.OutOfMemory, null);
    }

    /// <summary>VideoDecoderGetHandle.</summary>
    public DdiResult<ContentHandle> VideoDecoderGetHandle(DecoderState decoder, in DecodeFacts facts) =>
        Gate(facts) is { Runs: false } refused ? new(refused.Status, default) : new(DdiStatus.Ok, decoder.Handle);

    /// <summary>VideoDecoderBeginFrame of a decoder whose keys come from a crypto session.</summary>
    /// <param name="decoder">The decoder.</param>
    /// <param name="contentKey">The argument as it is: empty (null), 16 zeros, or a content key that the session key in
    /// force wraps.</param>
    /// <param name="layer">Who calls: to the application null means a clear frame, to the driver the session
    /// key.</param>
    /// <param name="facts">What surrounds the call.</param>
    /// <returns>E_PENDING or WASSTILLDRAWING while the hardware is busy; E_INVALIDARG for a key of another size,
    /// without the capability, without a session that has a key, or within another frame.</returns>
    public DecoderStep VideoDecoderBeginFrame(
        DecoderState decoder, ReadOnlySpan<byte> contentKey, DecoderLayer layer, in DecodeFacts facts)
    {
        var verdict = CheckBegin(decoder, facts);
        if (!verdict.Runs)
            return new(decoder, verdict);
        if (decoder.Config.IsHwCenc && !contentKey.IsEmpty)
            return new(decoder, CallVerdict.Refused(SurfaceRule.BadField));
        var kind = KindOf(contentKey, layer);
        if (!contentKey.IsEmpty && contentKey.Length != WrappedContentKey.Size)
            return new(decoder, CallVerdict.Refused(SurfaceRule.Size));
        if (kind == FrameKeyKind.ContentKey)
        {
            if (!profile.Has(DdiContentProtectionCaps.ContentKey))
                return new(decoder, CallVerdict.Refused(SurfaceRule.MissingCapability));
            if (BrokenBySession(facts) is { } rule)
                return new(decoder, CallVerdict.Refused(rule));
        }

        WrappedContentKey? wrapped = kind == FrameKeyKind.ContentKey ? WrappedContentKey.Read(contentKey) : null;
        return Begun(decoder, new(kind, wrapped, facts.Session?.Epoch ?? -1)
        {
            Session = facts.Session?.Handle ?? ContentHandle.None,
        });
    }

    /// <summary>VideoDecoderBeginFrame of a decoder of hardware keys.</summary>
    /// <param name="decoder">The decoder.</param>
    /// <param name="size">ContentKeySize: that of the structure.</param>
    /// <param name="key">The structure.</param>
    /// <param name="facts">What surrounds the call.</param>
    /// <returns>E_INVALIDARG for another decoder, another size, or no session.</returns>
    public DecoderStep VideoDecoderBeginFrame(
        DecoderState decoder, uint size, in BeginFrameCryptoSession key, in DecodeFacts facts)
    {
        var verdict = CheckBegin(decoder, facts);
        if (!verdict.Runs)
            return new(decoder, verdict);
        if (!decoder.Config.IsHwCenc || key.CryptoSession.IsNone)
            return new(decoder, CallVerdict.Refused(SurfaceRule.BadField));
        return size == BeginFrameCryptoSession.Size
            ? Begun(decoder, new(FrameKeyKind.HardwareKey, null, Epoch: -1))
            : new(decoder, CallVerdict.Refused(SurfaceRule.Size));
    }

    /// <summary>VideoDecoderEndFrame: one for each frame that began.</summary>
    public DecoderStep VideoDecoderEndFrame(DecoderState decoder, in DecodeFacts facts)
    {
        var gate = Gate(facts);
        if (!gate.Runs)
            return new(decoder, gate);
        return decoder.IsFrameOpen
            ? new(decoder with { Frames = decoder.Frames.Pop() }, CallVerdict.GoesOn)
            : new(decoder, CallVerdict.Refused(SurfaceRule.CallOrder));
    }

    private static DecoderStep Begun(DecoderState decoder, DecoderFrame frame) =>
        new(decoder with { Frames = decoder.Frames.Push(frame) }, CallVerdict.GoesOn);

    private static SurfaceRule? BrokenBySession(in DecodeFacts facts) => facts.Session switch
    {
        null => SurfaceRule.Unbound,
        { HasKey: true } => null,
        { Status: not CryptoSessionStatus.Ok } => SurfaceRule.KeyLost,
        _ => SurfaceRule.NoSessionKey,
    };

    private FrameKeyKind KindOf(ReadOnlySpan<byte> contentKey, DecoderLayer layer)
    {
        if (!contentKey.IsEmpty)
            return contentKey.ContainsAnyExcept((byte)0) ? FrameKeyKind.ContentKey : FrameKeyKind.SessionKey;
        return layer == DecoderLayer.Application && choices.NullContentKey == NullContentKey.ByLayer
            ? FrameKeyKind.Clear
            : FrameKeyKind.SessionKey;
    }

    private CallVerdict CheckBegin(DecoderState decoder, in DecodeFacts facts)
    {
        var gate = Gate(facts);
        if (!gate.Runs)
            return gate;
        var open = decoder.Frames.Count();
        if (open > 0 && !(decoder.PostProcesses && open == 1))
            return CallVerdict.Refused(SurfaceRule.CallOrder);
        if (facts.StillDrawing)
            return CallVerdict.Refused(SurfaceRule.Busy, DdiStatus.WasStillDrawing);
        return facts.Pending ? CallVerdict.Refused(SurfaceRule.Busy, DdiStatus.Pending) : CallVerdict.GoesOn;
    }

    private CallVerdict Gate(in DecodeFacts facts) => facts switch
    {
        { DeviceRemoved: true } =>
            CallVerdict.Refused(SurfaceRule.DeviceRemoved, SessionCallGate.StatusAfterRemoval(choices)),
        { WrongDevice: true } => CallVerdict.Refused(SurfaceRule.WrongDevice),
        _ => CallVerdict.GoesOn,
    };

    private bool Decrypts(Guid decodeProfile)
    {
        foreach (var crypto in profile.Cryptos)
        {
            if (crypto.DecodeProfiles.Contains(decodeProfile))
                return true;
        }

        return false;
    }
}
