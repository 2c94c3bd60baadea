using Sim.Actors.Tracing;
using Sim.Checkers;
using Xunit;

namespace Sim.Tests.Checkers;

public sealed class PlaintextMatchesTests
{
    private readonly PlaintextMatches _property = new();

    [Fact]
    public void Holds_when_every_comparison_agrees() =>
        _property.To(new PlaintextCompared(1, Mismatch: null), new PlaintextCompared(2, Mismatch: null)).IsHeld();

    [Fact]
    public void Violated_by_a_mismatch_and_says_where() => _property.To(
        new PlaintextCompared(1, Mismatch: null), new PlaintextCompared(2, "byte 7 differs"))
        .IsViolated("job 2: byte 7 differs");

    [Fact]
    public void Not_reached_when_nobody_compares() => _property.To(Told.Completed(1)).IsNotReached();
}
