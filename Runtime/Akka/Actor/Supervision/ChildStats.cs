using System.Collections;

namespace Akka.Actor;

/// <summary>The restarts of all children, looked up when a strategy asks for them.</summary>
internal sealed class ChildStats(ChildList children) : IReadOnlyCollection<ChildRestartStats>
{
    public int Count => children.Count;

    public IEnumerator<ChildRestartStats> GetEnumerator() =>
        children.Select(child => child.RestartStats).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
