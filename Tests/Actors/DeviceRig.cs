using Akka.Actor;
using Akka.TestKit;
using Sim.Actors;
using Sim.Actors.Devices;
using Sim.Actors.Engines;
using Sim.Actors.Sessions;
using Sim.Actors.Tracing;
using Sim.Checkers;
using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.Faults;
using Sim.Hardware.Sessions;
using Xunit;

namespace Sim.Tests.Actors;

/// <summary>A device with a probe as its client, watched by all properties.</summary>
internal sealed class DeviceRig
{
    public static readonly byte[] FirstKey = Convert.FromHexString("2b7e151628aed2a6abf7158809cf4f3c");

    private readonly TestProbe _client;

    public DeviceRig(
        TestProbe client,
        IDeviceMachines? machines = null,
        int engines = 2,
        int keySlots = 16,
        int jobs = 64,
        int maxRestarts = 3,
        FaultPlan? faults = null)
    {
        _client = client;
        var pool = new EnginePoolSettings(engines, maxRestarts, TimeSpan.FromMinutes(1)) { Faults = faults ?? FaultPlan.None };
        var settings = new DeviceSettings(
            pool, keySlots, jobs, new SessionLimits(16, 4), Seed: 1);
        var trace = new RunTrace(() => TimeSpan.Zero, [Properties, Recorded]);
        Device = client.Sys.ActorOf(Sim.Actors.Devices.Device.Props(settings, machines ?? new PolicyMachines("slots"), trace));
    }

    public IActorRef Device { get; }

    public PropertySet Properties { get; } = new();

    public RecordedTrace Recorded { get; } = new();

    public IActorRef OpenSession(SessionLimits? limits = null)
    {
        Device.Tell(new Device.CreateSession(limits), _client);
        return _client.ExpectMsg<Device.SessionCreated>().Ref;
    }

    public IActorRef OpenNegotiatedSession(SessionLimits? limits = null)
    {
        var session = OpenSession(limits);
        Negotiate(session, FirstKey);
        return session;
    }

    public void Negotiate(IActorRef session, byte[] key)
    {
        Device.Tell(Sim.Actors.Devices.Device.GetCertificate.Instance, _client);
        var certificate = _client.ExpectMsg<Device.Certificate>();
        session.Tell(new CryptoSession.NegotiateKeyExchange(DeviceKeyPair.Wrap(certificate.PublicKey.Span, key)), _client);
        Assert.Equal(DdiStatus.Ok, _client.ExpectMsg<CryptoSession.KeyExchanged>().Status);
    }

    /// <summary>Start, the client's XOR, Finish; gives the new key.</summary>
    public byte[] Refresh(IActorRef session, byte[] key)
    {
        session.Tell(new CryptoSession.BeginSessionKeyRefresh(), _client);
        var started = _client.FishForMessage<CryptoSession.SessionKeyRefreshStarted>(_ => true);
        session.Tell(FinishSessionKeyRefresh.Instance, _client);
        var random = new byte[16];
        started.Nonce.Write(random);
        return [.. key.Zip(random, (a, b) => (byte)(a ^ b))];
    }

    /// <summary>A job whose clear bytes are all its number; encrypted under the session key itself.</summary>
    public static (DecryptionBlt Blt, byte[] Clear) JobOf(long number, byte[] sessionKey, int bytes = 100)
    {
        var clear = Enumerable.Repeat((byte)number, bytes).ToArray();
        var encrypted = new byte[bytes];
        using var key = new AesKey(sessionKey);
        var iv = new AesCtrIv((ulong)number, 0);
        AesCtr.Transform(key, iv, 0, clear, encrypted);
        return (new DecryptionBlt(number, encrypted, new byte[bytes], iv, EncryptedRanges.Whole, ContentKey: null), clear);
    }

    public void NothingIsViolated()
    {
        Properties.End();
        Assert.Empty(Properties.Violations);
    }
}
