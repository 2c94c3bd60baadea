using System.Collections.Immutable;
using Sim.Hardware.Choices;
using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.Keystream;
using Sim.Hardware.Surface;

namespace Sim.Hardware.Decoding;

// Buffers.
public sealed partial class DecoderMachine
{
    /// <summary>Buffers that one call may bring.</summary>
    public const int MaxBuffers = 256;

    /// <summary>VideoDecoderSubmitBuffers: each buffer is encrypted as a whole, by a pattern, or not at all.</summary>
    /// <param name="decoder">The decoder.</param>
    /// <param name="buffers">The buffers; a frame's first must be of all kinds that the decoder needs.</param>
    /// <param name="layer">Who calls: the layers number the types differently.</param>
    /// <param name="facts">What surrounds the call.</param>
    /// <param name="ledger">The keystream that was used.</param>
    /// <returns>E_INVALIDARG for any buffer that breaks a rule, E_OUTOFMEMORY for more than <see cref="MaxBuffers"/>;
    /// then none is taken.</returns>
    public SubmitStep VideoDecoderSubmitBuffers(
        DecoderState decoder,
        ReadOnlySpan<VideoDecoderBufferDesc> buffers,
        DecoderLayer layer,
        in DecodeFacts facts,
        IvLedger ledger)
    {
        if (buffers.Length > MaxBuffers)
            return Refused(decoder, ledger, SurfaceRule.Limit, DdiStatus.OutOfMemory);
        var requests = new BufferRequest[buffers.Length];
        for (var i = 0; i < requests.Length; i++)
            requests[i] = BufferRequest.From(buffers[i]);
        return Submit(decoder, requests, layer, facts, ledger);
    }

    /// <summary>VideoDecoderSubmitBuffers1: each buffer is encrypted by sub-samples, or not at all.</summary>
    /// <inheritdoc cref="VideoDecoderSubmitBuffers"/>
    public SubmitStep VideoDecoderSubmitBuffers1(
        DecoderState decoder,
        ReadOnlySpan<VideoDecoderBufferDesc1> buffers,
        DecoderLayer layer,
        in DecodeFacts facts,
        IvLedger ledger)
    {
        if (buffers.Length > MaxBuffers)
            return Refused(decoder, ledger, SurfaceRule.Limit, DdiStatus.OutOfMemory);
        var requests = new BufferRequest[buffers.Length];
        for (var i = 0; i < requests.Length; i++)
            requests[i] = BufferRequest.From(buffers[i]);
        return Submit(decoder, requests, layer, facts, ledger);
    }

    /// <summary>VideoDecoderSubmitBuffers2: as <see cref="VideoDecoderSubmitBuffers1"/>, and the encrypted bytes of
    /// sub-samples may be in stripes.</summary>
    /// <inheritdoc cref="VideoDecoderSubmitBuffers"/>
    public SubmitStep VideoDecoderSubmitBuffers2(
        DecoderState decoder,
        ReadOnlySpan<VideoDecoderBufferDesc2> buffers,
        DecoderLayer layer,
        in DecodeFacts facts,
        IvLedger ledger)
    {
        if (buffers.Length > MaxBuffers)
            return Refused(decoder, ledger, SurfaceRule.Limit, DdiStatus.OutOfMemory);
        var requests = new BufferRequest[buffers.Length];
        for (var i = 0; i < requests.Length; i++)
            requests[i] = BufferRequest.From(buffers[i]);
        return Submit(decoder, requests, layer, facts, ledger);
    }

    private SubmitStep Submit(
        DecoderState decoder, BufferRequest[] requests, DecoderLayer layer, in DecodeFacts facts, IvLedger ledger)
    {
        var gate = Gate(facts);
        if (!gate.Runs)
            return new(decoder, ledger, gate, []);
        if (decoder.Frame is not { } frame)
            return Refused(decoder, ledger, SurfaceRule.CallOrder);
        if (requests.Length == 0 || (!frame.HasBuffers && !HasAll(decoder.RequiredBuffers, requests, layer)))
            return Refused(decoder, ledger, SurfaceRule.MissingBuffer);

        var taken = ImmutableArray.CreateBuilder<DecodeBuffer>(requests.Length);
        var (before, used, verdict) = (decoder, ledger, CallVerdict.GoesOn);
        foreach (var request in requests)
        {
            var one = Take(decoder, frame, request, layer, facts, used, out var buffer);
            if (!one.Verdict.Runs)
                return new(before, ledger, one.Verdict, []);
            taken.Add(buffer!);
            frame = frame with
            {
                HasBuffers = true,
                UsedKeystream = frame.UsedKeystream || !ReferenceEquals(one.Ledger, used),
            };
            (decoder, used) = (one.Decoder, one.Ledger);
            verdict = verdict.Broken is null ? one.Verdict : verdict;
        }

        return new(decoder with { Frames = decoder.Frames.Pop().Push(frame) }, used, verdict, taken.MoveToImmutable());
    }

    private SubmitStep Take(
        DecoderState decoder,
        DecoderFrame frame,
        in BufferRequest request,
        DecoderLayer layer,
        in DecodeFacts facts,
        IvLedger ledger,
        out DecodeBuffer? buffer)
    {
        buffer = null;
        if (VideoDecoderBufferTypes.From(layer, request.TypeNumber) is not { } type || request.HasBadField)
            return Refused(decoder, ledger, SurfaceRule.BadField);
        if (request.Size is 0 or > int.MaxValue)
            return Refused(decoder, ledger, SurfaceRule.Size);
        var size = (int)request.Size;
        if (request.Ranges is not { } ranges)
        {
            buffer = new(type, size, Encryption: null);
            return new(decoder, ledger, CallVerdict.GoesOn, []);
        }

        var rule = BrokenByLayout(decoder, frame, request, type, ranges, size) ?? BrokenBySession(frame, facts);
        if (rule is { } broken)
            return Refused(decoder, ledger, broken);

        var key = KeyOf(frame, facts);
        var iv = AesCtrIv.Read(request.Iv.Span);
        var blocks = EncryptedRuns.Blocks(ranges, size, choices.SkippedBytes);
        var verdict = CallVerdict.GoesOn;
        // The driver does not know which hardware key it is, so it cannot say that an IV was used before.
        if (frame.Kind != FrameKeyKind.HardwareKey)
        {
            verdict = ledger.Of(key).Judge(iv, blocks, frame.UsedKeystream, key.ContentKey is not null, choices);
            if (!verdict.Runs)
                return new(decoder, ledger, verdict, []);
            ledger = ledger.Used(key, iv, blocks);
            if (frame.Epoch >= 0 && facts.Session!.Value.Epoch != frame.Epoch)
                verdict = CallVerdict.Warned(SurfaceRule.MidFrameRefresh);
        }

        buffer = new(type, size, new(frame.Kind, key, iv, ranges));
        return new(decoder.FeatureLevel9 ? decoder with { FixedRanges = ranges } : decoder, ledger, verdict, []);
    }

    private SurfaceRule? BrokenByLayout(
        DecoderState decoder,
        DecoderFrame frame,
        in BufferRequest request,
        VideoDecoderBufferType type,
        EncryptedRanges ranges,
        int size)
    {
        var encryption = decoder.Config.EncryptionOf(type);
        var onlySlices = profile.Has(DdiContentProtectionCaps.EncryptSliceDataOnly);
        if (!ranges.Fits(size))
            return SurfaceRule.SubSamples;
        if (request.Iv.IsEmpty
            || frame.Kind == FrameKeyKind.Clear
            || encryption == DecoderEncryptions.NoEncrypt
            || (onlySlices && type != VideoDecoderBufferType.Bitstream))
            return SurfaceRule.UnexpectedCiphertext;
        // Common Encryption has IVs of 8 bytes, too; what a hardware key takes is not written down.
        if (request.Iv.Length != AesCtrIv.Size
            && !(frame.Kind == FrameKeyKind.HardwareKey && request.Iv.Length == AesCtrIv.ShortSize))
            return SurfaceRule.Size;
        if ((encryption == DecoderEncryptions.HwCenc) != (frame.Kind == FrameKeyKind.HardwareKey))
            return SurfaceRule.BadField;
        if (request.IsPartial
            && frame.Kind != FrameKeyKind.HardwareKey
            && !profile.Has(DdiContentProtectionCaps.PartialDecryption))
            return SurfaceRule.MissingCapability;
        if (!RunAlignment.IsAligned(ranges, size, profile.BlockAlignmentSize, choices))
            return SurfaceRule.BlockAlignment;
        return decoder is { FeatureLevel9: true, FixedRanges: { } settled } && !settled.Equals(ranges)
            ? SurfaceRule.BadField
            : null;
    }

    // A frame stays with the session it began with; one that began unbound takes the first session that it meets.
    private SurfaceRule? BrokenBySession(DecoderFrame frame, in DecodeFacts facts)
    {
        if (frame.Kind == FrameKeyKind.HardwareKey)
            return null;
        if (BrokenBySession(facts) is { } rule)
            return rule;
        if (!frame.Session.IsNone && frame.Session != facts.Session!.Value.Handle)
            return SurfaceRule.CallOrder;
        return KeyOf(frame, facts).Epoch < 0 ? SurfaceRule.Unbound : null;
    }

    // A content key was unwrapped when the frame began and stays; the session key is that of this very call.
    private EffectiveKey KeyOf(DecoderFrame frame, in DecodeFacts facts)
    {
        var atBegin = frame.Kind != FrameKeyKind.SessionKey || choices.MidFrameRefresh == MidFrameRefresh.WholeFrame;
        return new(atBegin ? frame.Epoch : facts.Session!.Value.Epoch, frame.ContentKey);
    }

    private static bool HasAll(
        ImmutableArray<VideoDecoderBufferType> required, BufferRequest[] requests, DecoderLayer layer)
    {
        foreach (var type in required)
        {
            var found = false;
            foreach (var request in requests)
                found |= VideoDecoderBufferTypes.From(layer, request.TypeNumber) == type;
            if (!found)
                return false;
        }

        return true;
    }

    private static SubmitStep Refused(
        DecoderState decoder, IvLedger ledger, SurfaceRule rule, DdiStatus status = DdiStatus.InvalidArg) =>
        new(decoder, ledger, CallVerdict.Refused(rule, status), []);
}
