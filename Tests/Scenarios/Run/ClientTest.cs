using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Xunit2;
using Sim.Actors.Devices;
using Sim.Actors.Sessions;
using Sim.Actors.Tracing;
using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.Sessions;
using Sim.Scenarios.Model;
using Sim.Scenarios.Run;
using Sim.Tests.Actors;

namespace Sim.Tests.Scenarios.Run;

/// <summary>A client against probes that play device, session and director.</summary>
public abstract class ClientTest : TestKit
{
    protected static readonly byte[] FirstKey = Convert.FromHexString("0f1e2d3c4b5a69788796a5b4c3d2e1f0");
    protected static readonly SessionKeyNonce Nonce = SessionKeyNonce.Read([9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 1, 2, 3, 4, 5, 6]);
    protected static readonly SessionKeyNonce LaterNonce = SessionKeyNonce.Read([1, 1, 1, 1, 5, 4, 3, 2, 1, 0, 1, 2, 3, 4, 5, 6]);

    protected ClientTest() =>
        (TheDevice, TheSession, TheDirector) = (CreateTestProbe("device"), CreateTestProbe("session"), CreateTestProbe("director"));

    private protected RecordedTrace Recorded { get; } = new();

    protected TestProbe TheDevice { get; }

    protected TestProbe TheSession { get; }

    protected TestProbe TheDirector { get; }

    protected JobContent Content { get; } = new(seed: 1, sizeMax: 4096);

    protected IActorRef Start(SessionSpec group, FaultSpec? fault = null, int index = 0) =>
        Start(Stock(group), new LoadGroup(group, fault is null ? [] : [fault], first: 0), index);

    protected IActorRef Start(LoadStock stock, LoadGroup group, int index = 0, bool mayBeStruck = false)
    {
        var run = stock.Begin(TheDevice.Ref, new RunTrace(() => TimeSpan.Zero, [Recorded])) with { MayBeStruck = mayBeStruck };
        return Sys.ActorOf(LoadClient.Props(new LoadClient.Setup(run, group, index, TheDirector.Ref)));
    }

    protected LoadStock Stock(SessionSpec group) => new(Content, new JobBuffers(1 << 20), group.Count, seed: 1, FirstKey);

    protected SessionLimits? Open(IActorRef client)
    {
        TheDevice.ExpectMsg<Device.GetCertificate>();
        using (var device = DeviceKeyPair.CreateSimulated())
            client.Tell(new Device.Certificate(device.PublicKey));
        var asked = TheDevice.ExpectMsg<Device.CreateSession>();
        client.Tell(new Device.SessionCreated(0, TheSession.Ref));
        TheSession.ExpectMsg<CryptoSession.NegotiateKeyExchange>();
        return asked.Limits;
    }

    protected SessionKey OpenInstalled(IActorRef client)
    {
        TheDevice.ExpectMsg<Device.CreateSession>();
        client.Tell(new Device.SessionCreated(0, TheSession.Ref));
        return TheSession.ExpectMsg<NegotiateKey>().Key!;
    }

    protected IActorRef Begin(SessionSpec group, FaultSpec? fault = null, int index = 0) => Begin(Start(group, fault, index), group);

    protected IActorRef Begin(IActorRef client, SessionSpec group)
    {
        if (group.Negotiated)
            OpenInstalled(client);
        else
            Open(client);
        client.Tell(new CryptoSession.KeyExchanged(0, DdiStatus.Ok));
        TheDirector.ExpectMsg<LoadClient.Ready>();
        client.Tell(new LoadClient.Begin(Sys.Scheduler.HighResMonotonicClock));
        return client;
    }

    protected DecryptionBlt TakeJob() => TheSession.ExpectMsg<DecryptionBlt>();

    protected List<DecryptionBlt> TakeJobs(int count) => [.. Enumerable.Range(0, count).Select(_ => TakeJob())];

    protected static void Complete(IActorRef client, DecryptionBlt blt) =>
        client.Tell(blt.Completion ?? new CryptoSession.JobCompleted(0, blt.Job));

    protected byte[] ClearOf(long job, int size = 1024) => Content.Of(Content.Draw(0, job, size, size)).ToArray();

    protected static void Decrypt(DecryptionBlt blt)
    {
        using var session = new SessionKey(FirstKey);
        using var content = new AesKey(ContentKeyOf(blt, session));
        RangeCipher.Transform(content, blt.Iv, blt.Ranges, blt.Source.Span, blt.Destination.Span);
    }

    protected static byte[] Clear(DecryptionBlt blt, AesKey key)
    {
        var clear = new byte[blt.Source.Length];
        RangeCipher.Transform(key, blt.Iv, blt.Ranges, blt.Source.Span, clear);
        return clear;
    }

    protected static byte[] ContentKeyOf(DecryptionBlt blt, SessionKey key)
    {
        var (wrapped, contentKey) = (new byte[16], new byte[16]);
        blt.ContentKey!.Value.Write(wrapped);
        key.UnwrapContentKey(wrapped, contentKey);
        return contentKey;
    }
}
