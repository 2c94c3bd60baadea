using Akka.Actor;

namespace Sim.Benchmarks.Runtime;

/// <summary>Counts what arrives, and signals when it is as much as was announced.</summary>
internal sealed class CountingSink : UntypedActor
{
    private Expect? _expected;
    private long _missing;

    protected override void OnReceive(object message)
    {
        if (message is Expect expected)
            (_expected, _missing) = (expected, expected.Count);
        else if (--_missing == 0)
            _expected!.Done.Signal();
    }

    /// <summary>Says how many messages follow.</summary>
    public sealed record Expect(long Count, CountdownEvent Done);
}
