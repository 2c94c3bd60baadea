using System.Collections.Immutable;
using Akka.Actor;
using Sim.Hardware.Choices;
using Sim.Hardware.ContentKeys;
using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.Decoding;
using Sim.Hardware.Keystream;
using Sim.Hardware.Resources;
using Sim.Hardware.Surface;

namespace Sim.Actors.Surface;

// Decoders: their frames, and what their encrypted buffers ask of the session.
internal sealed partial class VideoDeviceActor
{
    private static readonly DecoderState NoDecoder = new(default, default, ContentHandle.None);

    private bool RunOnDecoder(VideoDevice.Call call, IActorRef caller)
    {
        switch (call)
        {
            case VideoDevice.CreateVideoDecoder asked:
                caller.Tell(Create(asked));
                break;
            case VideoDevice.DestroyVideoDecoder asked:
                Destroy(asked);
                caller.Tell(VideoDevice.Returned.Instance);
                break;
            case VideoDevice.GetDriverHandle asked:
                var (status, handle) = Find(asked, asked.Decoder) is { } known
                    ? _decoderRules.VideoDecoderGetHandle(known.State, FactsOf(known))
                    : _decoderRules.VideoDecoderGetHandle(NoDecoder, NoFacts);
                caller.Tell(new VideoDevice.Answer<ContentHandle>(status, handle));
                break;
            case VideoDevice.DecoderBeginFrame asked:
                caller.Tell(new VideoDevice.Answer(Begin(
                    asked, asked.Decoder, asked.Output,
                    (decoder, facts) => _decoderRules.VideoDecoderBeginFrame(
                        decoder, asked.ContentKey.Span, DecoderLayer.Application, facts))));
                break;
            case VideoDevice.DecoderBeginHwFrame asked:
                caller.Tell(new VideoDevice.Answer(Begin(
                    asked, asked.Decoder, asked.Output,
                    (decoder, facts) => _decoderRules.VideoDecoderBeginFrame(
                        decoder, asked.ContentKeySize, asked.Key, facts))));
                break;
            case VideoDevice.SubmitDecoderBuffers asked:
                caller.Tell(new VideoDevice.Answer(Submit(
                    asked, asked.Decoder, asked.Data,
                    (decoder, facts, ledger) => _decoderRules.VideoDecoderSubmitBuffers(
                        decoder, asked.Buffers.Span, DecoderLayer.Application, facts, ledger))));
                break;
            case VideoDevice.SubmitDecoderBuffers1 asked:
                caller.Tell(new VideoDevice.Answer(Submit(
                    asked, asked.Decoder, asked.Data,
                    (decoder, facts, ledger) => _decoderRules.VideoDecoderSubmitBuffers1(
                        decoder, asked.Buffers.Span, DecoderLayer.Application, facts, ledger))));
                break;
            case VideoDevice.SubmitDecoderBuffers2 asked:
                caller.Tell(new VideoDevice.Answer(Submit(
                    asked, asked.Decoder, asked.Data,
                    (decoder, facts, ledger) => _decoderRules.VideoDecoderSubmitBuffers2(
                        decoder, asked.Buffers.Span, DecoderLayer.Application, facts, ledger))));
                break;
            case VideoDevice.DecoderEndFrame asked:
                caller.Tell(new VideoDevice.Answer(EndFrame(asked)));
                break;
            default:
                return false;
        }

        return true;
    }

    // What does not exist is refused as another device's is.
    private DecodeFacts NoFacts => new() { DeviceRemoved = IsRemoved, WrongDevice = true };

    private OpenDecoder? Find(VideoDevice.Call call, DriverHandle handle)
    {
        if (Find(_decoders, DriverObject.Decoder, handle) is { } decoder)
            return decoder;
        Misused(ContentHandle.None, call, IsForeign(handle) ? SurfaceRule.WrongDevice : SurfaceRule.Destroyed);
        return null;
    }

    private VideoDevice.Answer<DriverHandle> Create(VideoDevice.CreateVideoDecoder asked)
    {
        var index = _nextDecoder;
        var (status, state) = _decoderRules.CreateVideoDecoder(
            asked.Desc, asked.Config, AdapterIndex(index), Creation(_decoders.Count, index));
        if (state is null)
            return new(status, default);
        _nextDecoder++;
        _decoders.Add(index, new(state));
        _device = _device with { Decoders = _device.Decoders.Add(new(state.Handle, state.Desc.Profile)) };
        return new(DdiStatus.Ok, HandleOf(DriverObject.Decoder, index));
    }

    private void Destroy(VideoDevice.DestroyVideoDecoder asked)
    {
        if (Find(asked, asked.Decoder) is not { } decoder)
            return;
        decoder.EndFrame();
        _decoders.Remove(asked.Decoder.Index);
        _device = _device.WithoutDecoder(decoder.State.Handle);
    }

    private OpenSession? SessionOf(OpenDecoder decoder)
    {
        var handle = _device.BoundSession(decoder.State.Handle);
        if (handle.IsNone)
            return null;
        foreach (var (_, session) in _sessions)
        {
            // One that is destroyed has no key, also while its last jobs end.
            if (session.State.Handle == handle && !session.State.Destroyed)
                return session;
        }

        return null;
    }

    private DecodeFacts FactsOf(OpenDecoder decoder)
    {
        var bound = _device.BoundSession(decoder.State.Handle);
        var session = SessionOf(decoder);
        return new()
        {
            DeviceRemoved = IsRemoved,
            Pending = decoder.OpenJobs >= _settings.Session.Jobs,
            // A binding may outlive its session; then there is no key.
            Session = bound.IsNone ? null : session?.Bound ?? new(bound, Epoch: -1, CryptoSessionStatus.Ok),
        };
    }

    private bool IsFrameOpen(DriverHandle handle)
    {
        var session = StateOf(handle).Handle;
        foreach (var (_, decoder) in _decoders)
        {
            if (decoder.State.Frame is { } frame && !frame.Session.IsNone && frame.Session == session)
                return true;
        }

        return false;
    }

    private DdiStatus Begin(
        VideoDevice.Call call,
        DriverHandle handle,
        DriverHandle view,
        Func<DecoderState, DecodeFacts, DecoderStep> rule)
    {
        if (Find(call, handle) is not { } decoder)
            return rule(NoDecoder, NoFacts).Verdict.Status;
        var output = Find(_surfaces, DriverObject.Surface, view);
        var (state, verdict) = rule(decoder.State, FactsOf(decoder) with { StillDrawing = output is { IsIdle: false } });
        if (verdict.Runs && output is not { IsMapped: false, State.Desc.IsProtected: true })
            verdict = CallVerdict.Refused(SurfaceRule.SurfaceKind);
        Misused(decoder.State.Handle, call, verdict.Broken);
        if (!verdict.Runs)
            return verdict.Status;
        (decoder.State, decoder.Output, decoder.OutputOffset) = (state, output, 0);
        KeepKey(decoder, state.Frame!);
        return DdiStatus.Ok;
    }

    // A content key is opened once, when the frame begins: a refresh changes what wraps it, not what it is.
    private void KeepKey(OpenDecoder decoder, DecoderFrame frame)
    {
        if (SessionOf(decoder)?.Key is not { } key)
            return;
        decoder.FrameKey = frame switch
        {
            { ContentKey: { } wrapped } => ContentKeyWrapping.Unwrap(key, wrapped),
            { Kind: FrameKeyKind.SessionKey } when _choices.MidFrameRefresh == MidFrameRefresh.WholeFrame =>
                ContentKeyWrapping.Copy(key),
            _ => null,
        };
    }

    private DdiStatus Submit(
        VideoDevice.Call call,
        DriverHandle handle,
        ReadOnlyMemory<ReadOnlyMemory<byte>> data,
        Func<DecoderState, DecodeFacts, IvLedger, SubmitStep> rule)
    {
        var none = IvLedger.Empty(IvSequence.ModeOf(_profile));
        if (Find(call, handle) is not { } decoder)
            return rule(NoDecoder, NoFacts, none).Verdict.Status;
        var session = SessionOf(decoder);
        var step = rule(decoder.State, FactsOf(decoder), session?.Ledger ?? none);
        var verdict = step.Verdict;
        if (verdict.Runs && !HaveData(step.Buffers, data.Span))
            verdict = CallVerdict.Refused(SurfaceRule.Size);
        else if (verdict.Runs && step.Buffers.Length > _settings.Session.Jobs)
            verdict = CallVerdict.Refused(SurfaceRule.Limit, DdiStatus.OutOfMemory);
        Misused(decoder.State.Handle, call, verdict.Broken);
        if (!verdict.Runs)
            return verdict.Status;
        decoder.State = step.Decoder;
        if (session is not null)
            session.Ledger = step.Ledger;
        for (var i = 0; i < step.Buffers.Length; i++)
            Decode(decoder, session, step.Buffers[i], data.Span[i]);
        return DdiStatus.Ok;
    }

    private void Decode(OpenDecoder decoder, OpenSession? session, DecodeBuffer buffer, ReadOnlyMemory<byte> data)
    {
        var bytes = data[..buffer.Size];
        var output = buffer.Type == VideoDecoderBufferType.Bitstream ? decoder.Output : null;
        var offset = decoder.OutputOffset;
        if (output is not null)
            decoder.OutputOffset = (int)Math.Min(int.MaxValue, (long)offset + buffer.Size);
        if (buffer.Encryption is not { } how || EncryptedRuns.Blocks(how.Ranges, buffer.Size, _choices.SkippedBytes) == 0)
        {
            Show(output, bytes.Span, offset);
            return;
        }

        if (how.Kind == FrameKeyKind.HardwareKey || session is not { Key: { } key })
        {
            if (output is not null)
                output.State = AbortedSurface.Of(output.State);
            return;
        }

        var isCurrent = how.Kind == FrameKeyKind.SessionKey && how.Key.Epoch == session.Epoch;
        WrappedContentKey? wrapped = isCurrent ? SessionKeyFor(key) : ContentKeyWrapping.Wrap(key, decoder.FrameKey!);
        var job = new SurfaceJob(_nextJob++, session, SurfaceJobKind.Decode)
        {
            Destination = output,
            Decoder = decoder,
            Decrypted = new byte[buffer.Size],
            Offset = offset,
        };
        Send(job, new(
            job.Number,
            bytes,
            job.Decrypted,
            how.Iv,
            how.Ranges,
            wrapped,
            job));
    }

    private void Show(OpenSurface? output, ReadOnlySpan<byte> bytes, int offset)
    {
        if (output is null || offset >= output.Bytes.Length)
            return;
        var room = output.Bytes.AsSpan(offset);
        bytes[..Math.Min(bytes.Length, room.Length)].CopyTo(room);
        output.State = output.State.Written(SurfaceContent.Protected, _generation);
    }

    private DdiStatus EndFrame(VideoDevice.DecoderEndFrame asked)
    {
        if (Find(asked, asked.Decoder) is not { } decoder)
            return _decoderRules.VideoDecoderEndFrame(NoDecoder, NoFacts).Verdict.Status;
        var (state, verdict) = _decoderRules.VideoDecoderEndFrame(decoder.State, FactsOf(decoder));
        Misused(decoder.State.Handle, asked, verdict.Broken);
        if (!verdict.Runs)
            return verdict.Status;
        decoder.State = state;
        decoder.EndFrame();
        return DdiStatus.Ok;
    }

    private static bool HaveData(ImmutableArray<DecodeBuffer> buffers, ReadOnlySpan<ReadOnlyMemory<byte>> data)
    {
        if (data.Length != buffers.Length)
            return false;
        for (var i = 0; i < data.Length; i++)
        {
            if (data[i].Length < buffers[i].Size)
                return false;
        }

        return true;
    }
}
