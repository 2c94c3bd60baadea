using System.Threading.Channels;
using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Xunit2;
using Sim.Actors.Devices;
using Sim.Actors.Sessions;
using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.Sessions;
using Sim.Scenarios.Media;
using Sim.Scenarios.Play;
using Xunit;

namespace Sim.Tests.Scenarios.Play;

/// <summary>The client against probes that play device and session.</summary>
public sealed class PlaybackClientTests : TestKit
{
    private static readonly byte[] FirstKey = Convert.FromHexString("0f1e2d3c4b5a69788796a5b4c3d2e1f0");

    private readonly Channel<PlaybackChunk> _clear = Channel.CreateBounded<PlaybackChunk>(8);
    private readonly CencFile _clip = CencFile.Open(RepositoryClip.Media);
    private readonly TestProbe _device;
    private readonly TestProbe _session;

    public PlaybackClientTests() => (_device, _session) = (CreateTestProbe("device"), CreateTestProbe("session"));

    [Fact]
    public void Client_wraps_its_session_key_for_the_device()
    {
        var client = Start(window: 4, refreshEvery: 0);

        using var device = DeviceKeyPair.CreateSimulated();
        var key = new byte[16];
        Assert.True(device.TryUnwrap(NegotiationOf(client).WrappedKey.Span, key));
        Assert.Equal(FirstKey, key);
    }

    [Fact]
    public void Client_keeps_a_window_of_jobs_in_flight_without_waiting_for_each()
    {
        var client = StartPlaying(window: 4, refreshEvery: 0);

        var first = Enumerable.Range(0, 4).Select(_ => _session.ExpectMsg<DecryptionBlt>().Job).ToList();
        _session.ExpectNoMsg(TimeSpan.Zero);
        client.Tell(new CryptoSession.JobCompleted(0, 2));

        Assert.Equal([1, 2, 3, 4], first);
        Assert.Equal(5, _session.ExpectMsg<DecryptionBlt>().Job);
    }

    [Fact]
    public void Behind_a_finish_content_keys_are_wrapped_under_the_new_key_and_before_it_under_the_old()
    {
        var client = StartPlaying(window: 8, refreshEvery: 2);
        var nonce = SessionKeyNonce.Read([9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 1, 2, 3, 4, 5, 6]);

        var before = _session.ExpectMsg<DecryptionBlt>();
        _session.ExpectMsg<CryptoSession.BeginSessionKeyRefresh>();
        _session.ExpectMsg<DecryptionBlt>();
        client.Tell(new CryptoSession.SessionKeyRefreshStarted(0, nonce));
        _session.ExpectMsg<FinishSessionKeyRefresh>();
        var behind = _session.ExpectMsg<DecryptionBlt>();

        using var old = new SessionKey(FirstKey);
        using var refreshed = old.Refresh(nonce);
        Assert.Equal(ClipKey.Hex, ContentKeyOf(before, old), ignoreCase: true);
        Assert.Equal(ClipKey.Hex, ContentKeyOf(behind, refreshed), ignoreCase: true);
    }

    [Fact]
    public void A_job_that_was_refused_as_busy_comes_again_after_another_has_ended()
    {
        var client = StartPlaying(window: 2, refreshEvery: 0);
        _session.ExpectMsg<DecryptionBlt>();
        _session.ExpectMsg<DecryptionBlt>();

        client.Tell(new CryptoSession.JobRefused(0, 2, JobRefusal.DeviceBusy));
        _session.ExpectNoMsg(TimeSpan.Zero);
        client.Tell(new CryptoSession.JobCompleted(0, 1));

        Assert.Equal(2, _session.ExpectMsg<DecryptionBlt>().Job);
        Assert.Equal(3, _session.ExpectMsg<DecryptionBlt>().Job);
    }

    [Fact]
    public void A_start_that_was_refused_for_its_limit_comes_again_after_an_ending()
    {
        var client = StartPlaying(window: 8, refreshEvery: 1);
        _session.ExpectMsg<DecryptionBlt>();
        _session.ExpectMsg<CryptoSession.BeginSessionKeyRefresh>();

        client.Tell(new CryptoSession.SessionKeyRefreshRefused(0, Misuse.RefreshLimit));
        client.Tell(new CryptoSession.JobCompleted(0, 1));

        _session.ExpectMsg<CryptoSession.BeginSessionKeyRefresh>();
    }

    [Theory]
    [InlineData(JobRefusal.KeyLost)]
    [InlineData(JobRefusal.InvalidLayout)]
    public void Any_other_refusal_ends_the_playback(JobRefusal refusal)
    {
        var client = StartPlaying(window: 2, refreshEvery: 0);

        client.Tell(new CryptoSession.JobRefused(0, 1, refusal));

        Assert.IsType<PlaybackException>(ExpectMsg<Status.Failure>().Cause);
    }

    [Fact]
    public void A_session_that_dies_ends_the_playback()
    {
        StartPlaying(window: 2, refreshEvery: 0);

        Sys.Stop(_session.Ref);

        Assert.Contains("session", ExpectMsg<Status.Failure>().Cause.Message, StringComparison.Ordinal);
        Assert.True(_clear.Reader.Completion.IsCompleted);
    }

    [Fact]
    public void A_device_that_dies_ends_the_playback()
    {
        Start(window: 2, refreshEvery: 0);

        Sys.Stop(_device.Ref);

        Assert.Contains("device", ExpectMsg<Status.Failure>().Cause.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_the_session_refuses_ends_the_playback()
    {
        var client = Start(window: 2, refreshEvery: 0);

        client.Tell(new CryptoSession.KeyExchanged(0, DdiStatus.InvalidArg));

        Assert.IsType<PlaybackException>(ExpectMsg<Status.Failure>().Cause);
    }

    protected override void AfterAll()
    {
        base.AfterAll();
        _clip.Dispose();
    }

    private IActorRef Start(int window, int refreshEvery)
    {
        var client = Sys.ActorOf(PlaybackClient.Props(new PlaybackClient.Setup(
            _device.Ref, ContentKeys.Load(RepositoryClip.Key), _clip.KeyIds, FirstKey, window, refreshEvery, _clear.Writer)));
        client.Tell(PlaybackClient.Play.Instance);
        return client;
    }

    private CryptoSession.NegotiateKeyExchange NegotiationOf(IActorRef client)
    {
        _device.ExpectMsg<Device.GetCertificate>();
        using (var device = DeviceKeyPair.CreateSimulated())
            client.Tell(new Device.Certificate(device.PublicKey));
        _device.ExpectMsg<Device.CreateSession>();
        client.Tell(new Device.SessionCreated(0, _session.Ref));
        return _session.ExpectMsg<CryptoSession.NegotiateKeyExchange>();
    }

    private IActorRef StartPlaying(int window, int refreshEvery)
    {
        var client = Start(window, refreshEvery);
        NegotiationOf(client);
        client.Tell(new CryptoSession.KeyExchanged(0, DdiStatus.Ok));
        var chunk = new PlaybackChunk(1 << 16) { FirstJob = 1 };
        using (var reader = _clip.OpenChunks())
        {
            while (chunk.Media.Samples.Length < 20 && reader.ReadNext(chunk.Media))
            {
            }
        }

        client.Tell(new PlaybackClient.ChunkRead(chunk));
        return client;
    }

    private static string ContentKeyOf(DecryptionBlt blt, SessionKey key)
    {
        var wrapped = new byte[16];
        blt.ContentKey!.Value.Write(wrapped);
        var contentKey = new byte[16];
        key.UnwrapContentKey(wrapped, contentKey);
        return Convert.ToHexString(contentKey);
    }
}
