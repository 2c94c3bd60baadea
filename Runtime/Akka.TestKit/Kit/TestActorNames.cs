using System.Runtime.CompilerServices;
using Akka.Actor;

namespace Akka.TestKit;

/// <summary>Names for test actors, counted per system, so that a run names them as the run before did.</summary>
internal static class TestActorNames
{
    private static readonly ConditionalWeakTable<ActorSystem, StrongBox<int>> Counters = [];

    public static string Next(ActorSystem system) =>
        $"testActor{Interlocked.Increment(ref Counters.GetValue(system, static _ => new StrongBox<int>()).Value)}";
}
