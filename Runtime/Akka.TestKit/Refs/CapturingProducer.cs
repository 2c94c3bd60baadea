using Akka.Actor;

namespace Akka.TestKit;

/// <summary>Creates actors as given props do, and remembers the latest.</summary>
internal sealed class CapturingProducer(Props props) : IIndirectActorProducer
{
    public ActorBase? Latest { get; private set; }

    public Type ActorType => props.Type;

    public ActorBase Produce() => Latest = props.NewActor();

    public void Release(ActorBase actor)
    {
        // the instance stays readable for the test after its end
    }
}
