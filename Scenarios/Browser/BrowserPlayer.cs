using Akka.Actor;
using Sim.Actors.Surface;
using Sim.Actors.Tracing;
using Sim.Scenarios.Run;

namespace Sim.Scenarios.Browser;

/// <summary>
/// A browser that plays a movie from step 1 to step 19: content keys rotate, the session key is refreshed three times, and
/// the machine suspends once. Every sample's clear bytes are compared with what was encrypted.
/// </summary>
/// <param name="proxy">The browser's device, sessions and keys.</param>
/// <param name="power">Whom the proxy hears of a suspend from.</param>
/// <param name="movie">What is played.</param>
/// <param name="jobs">Knows the job that was submitted last.</param>
/// <param name="trace">Where the outcome of each comparison goes.</param>
public sealed class BrowserPlayer(CdmProxy proxy, PowerMonitor power, BrowserMovie movie, LastJob jobs, ITrace trace)
{
    /// <summary>The samples that are decrypted in one playback.</summary>
    public const int Samples = 6 * SamplesOfPart;

    /// <summary>Its session-key refreshes.</summary>
    public const int Refreshes = 3;

    private const int SamplesOfPart = 8;

    private readonly Decryptor _decryptor = new(proxy);
    private VideoDecoder? _decoder;
    private int _sample;

    /// <summary>What becomes of a sample on its way from the movie to the browser; null: it comes as it was sent.</summary>
    public Func<Sample, Sample>? Delivery { get; init; }

    /// <summary>The first key of every session; null: the movie's, one for each.</summary>
    public byte[]? SessionKey { get; init; }

    /// <summary>What it does, for whoever waits in vain.</summary>
    public string Step { get; private set; } = "";

    /// <summary>Plays the movie.</summary>
    /// <exception cref="RunException">A step had another answer than it must have.</exception>
    public async Task PlayAsync()
    {
        var (video, audio) = (movie.KeyId(0), movie.KeyId(1));
        Step = "steps 1 to 6, device and channel";
        Require(await proxy.InitializeAsync(), CdmStatus.Ok);
        await OpenSessionsAsync(session: 0);
        proxy.Keys.Set(video, movie.ContentKey(0));
        await PlayPartAsync(video, movie.ContentKey(0));
        await RefreshAsync();
        await PlayPartAsync(video, movie.ContentKey(0));

        Step = "step 16, content-key rotation";
        proxy.Keys.Set(video, movie.ContentKey(1));
        await PlayPartAsync(video, movie.ContentKey(1));
        await RefreshAsync();
        await MeetNewTrackAsync(audio, movie.ContentKey(2));
        await PlayPartAsync(audio, movie.ContentKey(2));

        Step = "step 17, suspend";
        proxy.Device!.Actor.Tell(VideoDevice.Suspend.Instance, ActorRefs.NoSender);
        power.Suspend();
        await MissAsync(movie.Next(video, movie.ContentKey(1)).Sample);
        Step = "step 6 anew";
        Require(await proxy.CreateMessageSessionAsync(), CdmStatus.Ok);
        await OpenSessionsAsync(session: 1);
        proxy.Keys.Set(video, movie.ContentKey(3));
        await PlayPartAsync(video, movie.ContentKey(3));
        await RefreshAsync();
        await PlayPartAsync(video, movie.ContentKey(3));

        Step = "step 19, close";
        await _decryptor.ReleaseAsync();
        await _decoder!.ReleaseAsync();
        await proxy.DisposeAsync();
    }

    private async Task OpenSessionsAsync(int session)
    {
        Step = "steps 7 to 10, sessions";
        for (var function = 1u; function <= 3; function++)
            Require(await proxy.ProcessAsync(function, [1, 2]) is not null, true);
        Require(await proxy.CreateMediaSessionAsync(SessionKey ?? movie.SessionKey(session)), true);
        if (_decoder is not null)
            await _decoder.ReleaseAsync();
        _decoder = await proxy.BindDecoderAsync();
        Require(_decoder is not null, true);
    }

    private async Task PlayPartAsync(Guid keyId, byte[] contentKey)
    {
        Step = "steps 11 to 15, samples";
        var unprotected = new Sample(movie.Next(keyId, contentKey).Clear, Config: null);
        Require((await _decryptor.DecryptAsync(unprotected)).Clear == unprotected.Data, true);
        for (var i = 0; i < SamplesOfPart; i++)
        {
            var (clear, sample) = movie.Next(keyId, contentKey);
            var (status, bytes) = await _decryptor.DecryptAsync(Delivery?.Invoke(sample) ?? sample);
            trace.Record(new PlaintextCompared(jobs.Number, Mismatch(status, bytes, clear)));
            _sample++;
        }
    }

    // A track whose key has not come yet waits until it is told that it has.
    private async Task MeetNewTrackAsync(Guid keyId, byte[] contentKey)
    {
        Step = "step 11, a sample without a key";
        await MissAsync(movie.Next(keyId, contentKey).Sample);
        var told = false;
        void Tell(Guid id) => told |= id == keyId;
        proxy.Keys.KeySet += Tell;
        proxy.Keys.Set(keyId, contentKey);
        proxy.Keys.KeySet -= Tell;
        Require(told, true);
    }

    private async Task MissAsync(Sample sample) =>
        Require((await _decryptor.DecryptAsync(sample)).Status, DecryptStatus.NoKey);

    private async Task RefreshAsync()
    {
        Step = "step 16, session-key refresh";
        await proxy.RefreshAsync();
    }

    private string? Mismatch(DecryptStatus status, byte[] bytes, byte[] clear)
    {
        if (status != DecryptStatus.Success)
            return $"sample {_sample}: {status}";
        if (bytes.Length != clear.Length)
            return $"sample {_sample}: {bytes.Length} bytes in place of {clear.Length}";
        var same = bytes.AsSpan().CommonPrefixLength(clear);
        return same == clear.Length ? null : $"sample {_sample}: differs from byte {same} of {clear.Length}";
    }

    private void Require<T>(T answer, T expected)
        where T : struct
    {
        if (!answer.Equals(expected))
            throw new RunException($"{Step}: the answer is {answer}, not {expected}");
    }
}
