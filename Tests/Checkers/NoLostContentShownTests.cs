using Sim.Actors.Tracing;
using Sim.Checkers;
using Sim.Hardware.Loss;
using Sim.Hardware.Resources;
using Xunit;
using static Sim.Tests.Checkers.Told;

namespace Sim.Tests.Checkers;

public sealed class NoLostContentShownTests
{
    private readonly NoLostContentShown _property = new();

    [Fact]
    public void Holds_while_only_keys_are_lost() =>
        _property.To(Shown(1), Entered(ProtectionPhase.Terminating, 2), Shown(1)).IsHeld();

    [Fact]
    public void Holds_for_content_that_was_written_behind_the_loss() =>
        _property.To(Entered(ProtectionPhase.Terminating, 2, content: 2), Shown(2)).IsHeld();

    [Fact]
    public void Violated_by_content_of_the_time_before() =>
        _property.To(Shown(1), Entered(ProtectionPhase.Terminating, 2, content: 2), Shown(1)).IsViolated("stamp 1");

    [Fact]
    public void Not_reached_when_nothing_is_shown() =>
        _property.To(Entered(ProtectionPhase.Terminating, 2, content: 2)).IsNotReached();

    private static ContentShown Shown(uint stamp) => new(new SurfaceGeneration(stamp));
}
