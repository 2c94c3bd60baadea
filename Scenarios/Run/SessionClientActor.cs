using Akka.Actor;
using Sim.Actors.Devices;
using Sim.Actors.Sessions;
using Sim.Actors.Tracing;
using Sim.Hardware.Ddi;
using Sim.Hardware.Resources;
using Sim.Scenarios.Model;

namespace Sim.Scenarios.Run;

// What every client does before and behind its load: it opens its session, says when that has a key, and how it ended.
internal abstract class SessionClientActor(LoadClient.Setup setup, LoadKeys keys) : UntypedActor
{
    private ReadOnlyMemory<byte> _certificate;
    private bool _over;

    protected int Client => setup.Client;

    protected LoadGroup Group => setup.Group;

    protected SessionSpec Spec => setup.Group.Spec;

    protected LoadRun Run => setup.Run;

    protected LoadKeys Keys => keys;

    protected IActorRef Session { get; private set; } = ActorRefs.Nobody;

    // The stamp of what the session's jobs write.
    protected SurfaceGeneration Stamp { get; private set; }

    protected override void PreStart() => Open();

    protected void Open()
    {
        if (!Spec.Negotiated)
            Run.Device.Tell(Device.GetCertificate.Instance);
        Run.Device.Tell(Group.CreateSession);
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Device.Certificate certificate:
                _certificate = certificate.PublicKey;
                break;
            case Device.SessionCreated created:
                Session = created.Ref;
                Stamp = created.Stamp;
                Opened();
                break;
            case Device.SessionRefused refused:
                Fail($"the device refused a session: {refused.Status}");
                break;
            case CryptoSession.KeyExchanged { Status: DdiStatus.Ok }:
                HasKey();
                break;
            case CryptoSession.KeyExchanged exchanged:
                Fail($"the session refused the key: {exchanged.Status}");
                break;
            case CryptoSession.SessionEnded:
                End();
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    protected virtual void Opened()
    {
        if (Spec.Negotiated)
            Session.Tell(keys.Installed());
        else
            Session.Tell(new CryptoSession.NegotiateKeyExchange(keys.WrappedUnder(_certificate.Span)));
        _certificate = default;
    }

    protected virtual void HasKey() => setup.Owner.Tell(new LoadClient.Ready(Client, Session));

    protected virtual void End()
    {
        if (_over)
            return;
        _over = true;
        setup.Owner.Tell(new LoadClient.Ended(Client));
    }

    protected virtual void Fail(string what)
    {
        if (_over)
            return;
        _over = true;
        setup.Owner.Tell(new LoadClient.Failed(Client, what));
    }

    protected void Compared(long job, string? mismatch)
    {
        if (Run.Trace.IsEnabled)
            Run.Trace.Record(new PlaintextCompared(job, mismatch));
    }
}
