using System.Runtime.InteropServices;
using Akka.Actor;
using Sim.Actors.Sessions;
using Sim.Hardware.ContentKeys;
using Sim.Hardware.Crypto;
using Sim.Hardware.Keystream;
using Sim.Hardware.Loss;
using Sim.Hardware.Resources;
using Sim.Hardware.Sessions;
using Sim.Hardware.Surface;

namespace Sim.Actors.Surface;

// Work for engines. A job is sent only when its surfaces are free and its session has room, so that the session takes each
// job at the place of its call in the order of calls, and refuses none for want of room.
internal sealed partial class VideoDeviceActor
{
    private bool CanRun(VideoDevice.Call call) => call switch
    {
        VideoDevice.DecryptionBlt blt =>
            HasRoom(Find(blt.Session), 1) && AreFree(blt.Source, blt.Destination),
        VideoDevice.EncryptionBlt blt =>
            HasRoom(Find(blt.Session), 1) && AreFree(blt.Source, blt.Destination),
        VideoDevice.CopyResource copy => AreFree(copy.Source, copy.Destination),
        VideoDevice.Map { DoNotWait: false } map =>
            Surface(map.Surface)?.IsFree(map.Access.HasFlag(CpuAccess.Write)) ?? true,
        VideoDevice.SubmitDecoderBuffers submit => CanSubmit(submit.Decoder, submit.Buffers.Length),
        VideoDevice.SubmitDecoderBuffers1 submit => CanSubmit(submit.Decoder, submit.Buffers.Length),
        VideoDevice.SubmitDecoderBuffers2 submit => CanSubmit(submit.Decoder, submit.Buffers.Length),
        _ => true,
    };

    private bool CanSubmit(DriverHandle decoder, int jobs) =>
        Find(_decoders, DriverObject.Decoder, decoder) is not { } open
        || (HasRoom(SessionOf(open), jobs) && (open.Output?.IsFreeFor(open) ?? true));

    // More than there is room for at all is refused, not waited for.
    private bool HasRoom(OpenSession? session, int jobs) =>
        session is null || jobs > _settings.Session.Jobs || session.OpenJobs + jobs <= _settings.Session.Jobs;

    private bool AreFree(DriverHandle source, DriverHandle destination) =>
        (Surface(source)?.IsFree(toWrite: false) ?? true) && (Surface(destination)?.IsFree(toWrite: true) ?? true);

    private void DecryptionBlt(VideoDevice.DecryptionBlt blt, IActorRef caller)
    {
        var verdict = Judge(blt, out var session, out var source, out var destination, out var iv, out var ledger);
        caller.Tell(VideoDevice.Returned.Instance);
        if (!verdict.Runs)
            return;
        var size = destination!.Bytes.Length;
        var ranges = RangesOf(blt);
        var from = source!.Bytes.AsMemory(0, size);
        if (EncryptedRuns.Blocks(ranges, size, _choices.SkippedBytes) == 0)
        {
            from.Span.CopyTo(destination.Bytes);
            destination.State = destination.State.Written(SurfaceContent.Protected, _generation);
            return;
        }

        session!.Ledger = ledger!;
        var job = new SurfaceJob(_nextJob++, session, SurfaceJobKind.DecryptionBlt)
        {
            Source = source,
            Destination = destination,
        };
        var key = blt.ContentKey.IsEmpty
            ? SessionKeyFor(session.Key!)
            : WrappedContentKey.Read(blt.ContentKey.Span);
        Send(job, new(job.Number, from, destination.Bytes, iv, ranges, key, job));
    }

    // What a job carries that the session key itself decrypts: nothing, or that key.
    private WrappedContentKey? SessionKeyFor(SessionKey key)
    {
        if (_sessionsJudgeIvs)
            return null;
        using var copy = ContentKeyWrapping.Copy(key);
        return ContentKeyWrapping.Wrap(key, copy);
    }

    private static EncryptedRanges RangesOf(VideoDevice.DecryptionBlt blt) =>
        blt.BlockInfo is { } info ? EncryptedRanges.Pattern(info) : EncryptedRanges.Whole;

    private CallVerdict Judge(
        VideoDevice.DecryptionBlt blt,
        out OpenSession? session,
        out OpenSurface? source,
        out OpenSurface? destination,
        out AesCtrIv iv,
        out IvLedger? ledger)
    {
        (session, source, destination) = (Find(blt.Session), Surface(blt.Source), Surface(blt.Destination));
        (iv, ledger) = (default, null);
        var gate = Gate(blt, blt.Session);
        if (!gate.Runs)
            return gate;
        var verdict = HaveSurfaces(source, destination)
            ? DecryptionBltCall.DecryptionBlt(
                new(
                    source!.State.Desc,
                    destination!.State.Desc,
                    (ulong)source.Bytes.Length,
                    blt.BlockInfo,
                    (uint)blt.ContentKey.Length,
                    (uint)blt.Iv.Length),
                _profile,
                gate,
                _choices)
            : CallVerdict.Refused(SurfaceRule.SurfaceKind);
        if (verdict.Runs)
        {
            iv = AesCtrIv.Read(blt.Iv.Span);
            var blocks = EncryptedRuns.Blocks(RangesOf(blt), destination!.Bytes.Length, _choices.SkippedBytes);
            var key = new EffectiveKey(
                session!.Epoch, blt.ContentKey.IsEmpty ? null : WrappedContentKey.Read(blt.ContentKey.Span));
            verdict = session.Ledger.Of(key).Judge(iv, blocks, sameFrame: false, key.ContentKey is not null, _choices);
            ledger = session.Ledger.Used(key, iv, blocks);
        }

        // What goes on with a flaw is told by the session, which knows the same of the IVs.
        if (!verdict.Runs)
            Misused(StateOf(blt.Session).Handle, blt, verdict.Broken);
        return verdict;
    }

    private static bool HaveSurfaces(OpenSurface? source, OpenSurface? destination) =>
        source is { IsMapped: false } && destination is { IsMapped: false } && source != destination;

    private void EncryptionBlt(VideoDevice.EncryptionBlt blt, IActorRef caller)
    {
        var gate = Gate(blt, blt.Session);
        if (gate.Runs && Find(blt.Session) is { Key: { } key } session)
            ReadBack(blt, session, key, gate);
        caller.Tell(VideoDevice.Returned.Instance);
    }

    // Encrypting is what decrypting is in a counter mode: a job like the others, which goes through the same barrier.
    private void ReadBack(VideoDevice.EncryptionBlt blt, OpenSession session, SessionKey key, CallVerdict gate)
    {
        var (source, destination) = (Surface(blt.Source), Surface(blt.Destination));
        if (!HaveSurfaces(source, destination))
        {
            Misused(session.State.Handle, blt, SurfaceRule.SurfaceKind);
            return;
        }

        var sessionKey = new EffectiveKey(session.Epoch, ContentKey: null);
        var step = _readBackRules.EncryptionBlt(
            session.ReadBack,
            gate,
            new(source!.State, destination!.State, (ulong)destination.Bytes.Length, _generation, DrawIv()),
            session.Ledger.Of(sessionKey).Next,
            blt.Iv.Span);
        Misused(session.State.Handle, blt, step.Verdict.Broken);
        if (!step.Verdict.Runs)
            return;
        session.ReadBack = step.State;
        var size = source.Bytes.Length;
        var iv = AesCtrIv.Read(blt.Iv.Span);
        var wrapped = step.State.Key is { } own ? ContentKeyWrapping.Wrap(key, own) : SessionKeyFor(key);
        if (step.State.Key is null)
        {
            session.Ledger = session.Ledger.Used(
                sessionKey, iv, EncryptedRuns.Blocks(EncryptedRanges.Whole, size, _choices.SkippedBytes));
        }

        var job = new SurfaceJob(_nextJob++, session, SurfaceJobKind.EncryptionBlt)
        {
            Source = source,
            Destination = destination,
        };
        Send(job, new(
            job.Number, source.Bytes, destination.Bytes.AsMemory(0, size), iv, EncryptedRanges.Whole, wrapped, job));
    }

    private void Send(SurfaceJob job, DecryptionBlt blt)
    {
        _jobs.Add(job.Number, job);
        job.Session.OpenJobs++;
        if (job.Source is { } source)
            source.Readers++;
        if (job.Destination is { } destination)
        {
            destination.Writers++;
            destination.Writer = job.Decoder;
        }

        if (job.Decoder is { } decoder)
            decoder.OpenJobs++;
        job.Session.Actor.Tell(blt);
    }

    private void End(SurfaceJob job, SurfaceJobEnd end)
    {
        if (!_jobs.Remove(job.Number))
            return;
        job.Session.OpenJobs--;
        if (job.Decoder is { } decoder)
            decoder.OpenJobs--;
        if (job.Destination is { } destination)
        {
            destination.Writers--;
            // What a session refuses leaves everything as it was.
            if (end != SurfaceJobEnd.Refused)
                Settle(job, destination, aborted: end == SurfaceJobEnd.Aborted);
            FreeIfUnused(destination);
        }

        if (job.Source is { } source)
        {
            source.Readers--;
            FreeIfUnused(source);
        }

        Array.Clear(job.Decrypted);
    }

    private void Settle(SurfaceJob job, OpenSurface destination, bool aborted)
    {
        switch (job.Kind)
        {
            case SurfaceJobKind.EncryptionBlt:
                destination.State = _readBackRules.FinishReadBack(
                    destination.State, destination.Bytes, aborted, _generation);
                break;
            case var _ when aborted:
                AbortedSurface.Settle(destination.Bytes, _choices);
                destination.State = AbortedSurface.Of(destination.State);
                break;
            case SurfaceJobKind.Decode:
                Show(destination, job.Decrypted, job.Offset);
                break;
            default:
                destination.State = destination.State.Written(SurfaceContent.Protected, _generation);
                break;
        }
    }

    private void Abort(CryptoSession.JobAborted aborted)
    {
        if (!_jobs.TryGetValue(aborted.Job, out var job))
            return;
        End(job, SurfaceJobEnd.Aborted);
        // Timeout detection: the engine was reset under this device's own work.
        if (aborted.Reason == AbortReason.EngineHung)
            _happenings.Enqueue(new VideoDevice.Reset(ResetKind.Engine, OwnWork: true));
    }

    private void Draw(string purpose, Span<byte> bytes) =>
        NonceSource.Fill(_settings.Seed, purpose, _nextDraw++, bytes);

    private ulong DrawIv()
    {
        ulong drawn = 0;
        Draw("read-back-iv", MemoryMarshal.AsBytes(new Span<ulong>(ref drawn)));
        return drawn;
    }
}
