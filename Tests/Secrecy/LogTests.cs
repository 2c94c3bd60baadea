using System.Text;
using Akka.Actor;
using Akka.Configuration;
using Akka.Event;
using Akka.TestKit.Xunit2;
using Sim.Actors;
using Sim.Actors.Engines;
using Sim.Actors.Hosting;
using Sim.Hardware.Crypto;
using Sim.Hardware.Sessions;
using Sim.Tests.Actors;
using Sim.Tests.Actors.Serialization;
using Xunit;

namespace Sim.Tests.Secrecy;

/// <summary>
/// The log at its most talkative shows no secret when actors get whatever there is, wanted or not, and fail; neither does anything
/// else on the event stream.
/// </summary>
public sealed class LogTests() : TestKit(ConfigurationFactory.ParseString(
    """
    akka {
      loglevel = DEBUG
      stdout-loglevel = OFF
      log-dead-letters = on
      actor { serialize-messages = on, debug { unhandled = on, event-stream = on } }
    }
    """).WithFallback(SimSettings.Reference()))
{
    [Theory]
    [InlineData("drain")]
    [InlineData("marker")]
    [InlineData("slots")]
    public void Nothing_on_the_event_stream_shows_a_secret(string policy)
    {
        var log = CreateTestProbe();
        Sys.EventStream.Subscribe(log, typeof(object));
        var client = CreateTestProbe();
        var rig = new DeviceRig(client, new PolicyMachines(policy));
        var session = rig.OpenSession();
        session.Tell(new NegotiateKey(new SessionKey(SecretBearer.Key)), client);
        rig.Device.Tell(EnginePool.GetEngines.Instance, client);
        var engines = client.FishForMessage<EnginePool.Engines>(_ => true).Refs;
        foreach (var actor in new[] { session, rig.Device, engines[0], engines[1] })
        {
            foreach (var message in ProtocolMessages.All.SelectMany(new SecretBearer(client).All))
                actor.Tell(message, client);
            actor.Tell("text", client);
        }

        foreach (var actor in new[] { session, rig.Device })
        {
            Watch(actor);
            actor.Tell(PoisonPill.Instance);
            ExpectTerminated(actor);
            actor.Tell(new NegotiateKey(new SessionKey(SecretBearer.Key)));
            actor.Tell(DeviceRig.JobOf(1, SecretBearer.Key).Blt);
        }

        Sys.EventStream.Publish("over");
        var said = new StringBuilder();
        log.FishForMessage(message =>
        {
            said.AppendLine(message.ToString());
            return message is "over";
        });
        Assert.Contains("unhandled", said.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains(nameof(DeadLetter), said.ToString(), StringComparison.Ordinal);
        SecretBearer.Secrets.AssertAbsent(said.ToString(), "the event stream");
    }
}
