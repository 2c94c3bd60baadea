namespace Akka.Actor;

/// <summary>Resolves paths within one system.</summary>
internal sealed class LocalActorRefProvider(ActorSystemImpl system) : IActorRefProvider
{
    public Settings Settings => system.Settings;

    public Address DefaultAddress => system.RootPath.Address;

    public ActorPath RootPath => system.RootPath;

    public IInternalActorRef RootGuardian => system.LookupRoot;

    public IInternalActorRef Guardian => system.Guardian;

    public IInternalActorRef SystemGuardian => system.SystemGuardian;

    public IActorRef DeadLetters => system.DeadLetters;

    public IActorRef ResolveActorRef(string path) =>
        ActorPath.TryParse(path, out var parsed) ? ResolveActorRef(parsed!) : DeadLetters;

    public IActorRef ResolveActorRef(ActorPath actorPath)
    {
        if (!actorPath.Address.Equals(DefaultAddress)) return DeadLetters;
        var found = RootGuardian.GetChild(actorPath.Elements);
        return ReferenceEquals(found, ActorRefs.Nobody) || (actorPath.Uid != 0 && found.Path.Uid != actorPath.Uid)
            ? DeadLetters
            : found;
    }
}
