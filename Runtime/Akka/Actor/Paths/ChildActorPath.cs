namespace Akka.Actor;

/// <summary>A path below another.</summary>
/// <param name="parentPath">The path above.</param>
/// <param name="name">The last name.</param>
/// <param name="uid">The id of the incarnation; 0 when none is meant.</param>
public sealed class ChildActorPath(ActorPath parentPath, string name, long uid) : ActorPath(parentPath, name, uid);
