using Akka.Actor;

namespace Sim.Tests.Runtime.TestKit;

/// <summary>Answers everything with itself; fails on an exception, which it throws.</summary>
public sealed class EchoActor : ReceiveActor
{
    public EchoActor()
    {
        Receive<Exception>(e => throw e);
        ReceiveAny(message => Sender.Tell(message));
    }
}
