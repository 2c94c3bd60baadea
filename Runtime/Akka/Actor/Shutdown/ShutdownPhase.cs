namespace Akka.Actor;

/// <summary>A phase of a coordinated shutdown.</summary>
/// <param name="Name">Its name.</param>
/// <param name="DependsOn">The phases that must be over before it begins.</param>
/// <param name="Timeout">The time that it may take.</param>
/// <param name="Recover">Whether the next phase follows when it fails or takes too long.</param>
internal sealed record ShutdownPhase(string Name, IList<string> DependsOn, TimeSpan Timeout, bool Recover);
