using Sim.Actors.Surface;
using Sim.Hardware.Choices;
using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.Decoding;
using Sim.Hardware.Resources;
using Sim.Hardware.Surface;

namespace Sim.Tests.Actors.Surface.Fuzz;

// Surfaces, blits and frames.
internal sealed partial class DeviceModel
{
    private void LearnOfSurface(VideoDevice.Call call, object answer, Moment sent)
    {
        switch (call, answer)
        {
            case (VideoDevice.CreateSurface asked, VideoDevice.Answer<DriverHandle> made):
                _surfaces.Add(made.Value, new(asked.Desc, (int)asked.Desc.Size(profile.BlockAlignmentSize)));
                break;
            case (VideoDevice.DestroySurface asked, _):
                _surfaces.Remove(asked.Surface);
                break;
            case (VideoDevice.Map asked, _):
                Surface(asked.Surface)!.IsMapped = true;
                break;
            case (VideoDevice.Unmap asked, _):
                if (Surface(asked.Surface) is { } unmapped)
                    unmapped.IsMapped = false;
                break;
            case (VideoDevice.CopyResource asked, _):
                Copy(asked);
                break;
            case (VideoDevice.DecryptionBlt asked, _):
                Decrypt(asked, sent);
                break;
            case (VideoDevice.EncryptionBlt asked, _):
                Encrypt(asked, sent);
                break;
        }
    }

    private void LearnOfDecoder(VideoDevice.Call call, object answer, Moment sent)
    {
        switch (call, answer)
        {
            case (VideoDevice.CreateVideoDecoder asked, VideoDevice.Answer<DriverHandle> made):
                _decoders.Add(made.Value, new(made.Value, asked.Config));
                break;
            case (VideoDevice.DestroyVideoDecoder asked, _):
                _decoders.Remove(asked.Decoder);
                break;
            case (VideoDevice.DecoderBeginFrame asked, _):
                var decoder = Decoder(asked.Decoder)!;
                decoder.Frame = Begun(decoder, asked.ContentKey, Surface(asked.Output)!);
                break;
            case (VideoDevice.DecoderBeginHwFrame asked, _):
                Decoder(asked.Decoder)!.Frame = new(FrameKeyKind.HardwareKey, key: null, Surface(asked.Output)!);
                break;
            case (VideoDevice.SubmitDecoderBuffers asked, _):
                for (var i = 0; i < asked.Data.Length; i++)
                {
                    var buffer = asked.Buffers.Span[i];
                    var ranges = buffer.PartialEncryption ? EncryptedRanges.Pattern(buffer.EncryptedBlockInfo)
                        : buffer.Iv.IsEmpty ? null
                        : EncryptedRanges.Whole;
                    Decode(asked.Decoder, buffer.BufferType, asked.Data.Span[i][..(int)buffer.DataSize], buffer.Iv, ranges, sent);
                }

                break;
            case (VideoDevice.SubmitDecoderBuffers1 asked, _):
                for (var i = 0; i < asked.Data.Length; i++)
                {
                    var buffer = asked.Buffers.Span[i];
                    Decode(
                        asked.Decoder, buffer.BufferType, asked.Data.Span[i][..(int)buffer.DataSize], buffer.Iv,
                        Ranges(buffer.SubSamples), sent);
                }

                break;
            case (VideoDevice.SubmitDecoderBuffers2 asked, _):
                for (var i = 0; i < asked.Data.Length; i++)
                {
                    var buffer = asked.Buffers.Span[i];
                    var map = ReferenceCipher.Striped(buffer.SubSamples.Span, buffer.BlocksStripeEncrypted, buffer.BlocksStripeClear);
                    Decode(
                        asked.Decoder, buffer.BufferType, asked.Data.Span[i][..(int)buffer.DataSize], buffer.Iv,
                        Ranges(map), sent);
                }

                break;
            case (VideoDevice.DecoderEndFrame asked, _):
                Decoder(asked.Decoder)!.Frame = null;
                break;
        }
    }

    private ModelFrame Begun(ModelDecoder decoder, ReadOnlyMemory<byte> contentKey, ModelSurface output)
    {
        var session = decoder.Session?.Key;
        if (contentKey.IsEmpty)
            return new(FrameKeyKind.Clear, key: null, output);
        if (contentKey.Span.ContainsAnyExcept((byte)0))
            return new(FrameKeyKind.ContentKey, session is null ? null : ReferenceCipher.Unwrap(session, contentKey.Span), output);
        return new(
            FrameKeyKind.SessionKey, choices.MidFrameRefresh == MidFrameRefresh.WholeFrame ? session : null, output);
    }

    private void Decode(
        DriverHandle handle,
        int type,
        ReadOnlyMemory<byte> data,
        ReadOnlyMemory<byte> iv,
        EncryptedRanges? ranges,
        Moment sent)
    {
        var decoder = Decoder(handle)!;
        var frame = decoder.Frame!;
        frame.HasBuffers = true;
        if (ranges is not null && frame.Kind == FrameKeyKind.SessionKey)
            decoder.Session?.Use(AesCtrIv.Read(iv.Span).Iv);
        if (type != (int)VideoDecoderBufferType.Bitstream)
            return;
        var perSubmission = frame.Kind == FrameKeyKind.SessionKey && choices.MidFrameRefresh == MidFrameRefresh.PerSubmission;
        var key = perSubmission ? decoder.Session?.Key : frame.Key;
        var clear = ranges is null ? data.ToArray()
            : key is null ? null
            : ReferenceCipher.Transform(key, AesCtrIv.Read(iv.Span), ranges, data.Span);
        frame.Output.WritePart(clear, frame.Offset, withKeys: ranges is not null, sent.Aborts);
        frame.Offset += data.Length;
    }

    private static EncryptedRanges? Ranges(ReadOnlyMemory<SubSample> map) =>
        map.ToArray().Any(one => one.EncryptedBytes > 0) ? EncryptedRanges.SubSamples(map) : null;

    private void Copy(VideoDevice.CopyResource asked)
    {
        if (Surface(asked.Source) is not { IsMapped: false } source
            || Surface(asked.Destination) is not { IsMapped: false } destination
            || source == destination
            || source.Size != destination.Size)
            return;
        IEnumerable<byte[]>? contents = Contents(source);
        // Whether channels have switched protection on is not known: nothing would leave it then, and what arrives is zeros
        // or what was there.
        if (MayLeave(source.Desc, destination.Desc))
            contents = Contents(destination) is { } before ? contents?.Concat(before).Append(new byte[source.Size]) : null;
        destination.Write(contents, source.IsMadeWithKeys);
    }

    // That hardware protects content does not depend on channels.
    private static bool MayLeave(ResourceDesc source, ResourceDesc destination)
    {
        var fromHardware = source.Misc.HasFlag(ResourceMiscFlags.HwProtected);
        return source.IsProtected
            && !destination.Misc.HasFlag(ResourceMiscFlags.HwProtected)
            && (fromHardware || !destination.IsProtected);
    }

    private void Decrypt(VideoDevice.DecryptionBlt asked, Moment sent)
    {
        if (Session(asked.Session) is not { HasKey: true } session
            || Surface(asked.Source) is not { IsMapped: false } source
            || Surface(asked.Destination) is not { IsMapped: false } destination
            || source == destination
            || !Suit(asked, source, destination))
            return;
        var iv = AesCtrIv.Read(asked.Iv.Span);
        var ranges = asked.BlockInfo is { } info ? EncryptedRanges.Pattern(info) : EncryptedRanges.Whole;
        var isSessionKey = asked.ContentKey.IsEmpty;
        var isCertain = session.Losses == Losses && (!isSessionKey || session.IsFresh(iv));
        if (isSessionKey)
            session.Use(iv.Iv);
        var key = isSessionKey || session.Key is null
            ? session.Key
            : ReferenceCipher.Unwrap(session.Key, asked.ContentKey.Span);
        var contents = key is null
            ? null
            : Contents(source)?.Select(from => ReferenceCipher.Transform(key, iv, ranges, from.AsSpan(0, destination.Size)));
        if (!isCertain)
            contents = Contents(destination) is { } before ? contents?.Concat(before) : null;
        destination.WriteByJob(contents, sent.Aborts);
    }

    private bool Suit(VideoDevice.DecryptionBlt asked, ModelSurface source, ModelSurface destination) =>
        SessionCallGate.RequiredCaps(SurfaceFunction.DecryptionBlt) is var caps
        && profile.Has(caps)
        && DecryptionBltCall.DecryptionBlt(
            new(
                source.Desc, destination.Desc, (ulong)source.Size,
                asked.BlockInfo, (uint)asked.ContentKey.Length, (uint)asked.Iv.Length),
            profile,
            CallVerdict.GoesOn,
            choices).Runs;

    // The IV that the driver chose tells that the call ran.
    private void Encrypt(VideoDevice.EncryptionBlt asked, Moment sent)
    {
        if (!CallSource.IsWritten(asked.Iv.Span))
            return;
        var (source, destination) = (Surface(asked.Source)!, Surface(asked.Destination)!);
        var session = Session(asked.Session)!;
        var iv = AesCtrIv.Read(asked.Iv.Span);
        var hasOwnKey = profile.Has(DdiContentProtectionCaps.EncryptedReadBackKey);
        if (!hasOwnKey)
            session.Use(iv.Iv);
        var key = hasOwnKey ? session.ReadBackKey : session.Key;
        var contents = key is null
            ? null
            : Contents(source)?.Select(clear => ReferenceCipher.Transform(key, iv, EncryptedRanges.Whole, clear));
        destination.WriteByJob(contents, sent.Aborts);
    }

    private IReadOnlyList<byte[]>? Contents(ModelSurface surface) => surface.Contents(Aborts, choices);

    /// <summary>The CPU looks at a mapped surface.</summary>
    public void Compare(DriverHandle handle, ReadOnlySpan<byte> bytes)
    {
        var surface = Surface(handle)!;
        if (Contents(surface) is not { } contents)
            return;
        foreach (var content in contents)
        {
            if (!bytes.SequenceEqual(content))
                continue;
            if (surface.IsMadeWithKeys)
            {
                Compared++;
                ComparedExactly += contents.Count == 1 ? 1 : 0;
            }

            surface.Write([content], surface.IsMadeWithKeys);
            return;
        }

        Complaint ??= $"surface {handle.Index} holds what no call can have written, from byte "
            + $"{bytes.CommonPrefixLength(contents[0])} of {bytes.Length} on";
    }
}
