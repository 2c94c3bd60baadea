using System.Collections.Concurrent;

namespace Akka.Actor;

/// <summary>What is below /temp: references of requests that wait for their answer and have been written down.</summary>
internal sealed class TemporaryRefs
{
    private readonly ConcurrentDictionary<string, IInternalActorRef> _byName = new(StringComparer.Ordinal);

    public void Add(IInternalActorRef reference) => _byName[reference.Path.Name] = reference;

    public void Remove(IInternalActorRef reference) => _byName.TryRemove(reference.Path.Name, out _);

    public IInternalActorRef? Find(string name) => _byName.GetValueOrDefault(name);
}
