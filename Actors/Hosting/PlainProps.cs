using Akka.Actor;

namespace Sim.Actors.Hosting;

// Props that know the type of an actor and where it runs, but not what it is made of: what recipes have in common.
internal static class PlainProps
{
    public static Props Of<TActor>()
        where TActor : ActorBase => Props.CreateBy(new Nobody<TActor>());

    private sealed class Nobody<TActor> : IIndirectActorProducer
        where TActor : ActorBase
    {
        public Type ActorType => typeof(TActor);

        public ActorBase Produce() => throw new NotSupportedException($"Only a recipe makes a {typeof(TActor).Name}.");

        public void Release(ActorBase actor)
        {
        }
    }
}
