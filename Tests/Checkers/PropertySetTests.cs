using Sim.Actors.Tracing;
using Sim.Checkers;
using Sim.Hardware.Sessions;
using Xunit;

namespace Sim.Tests.Checkers;

public sealed class PropertySetTests
{
    [Fact]
    public void Set_holds_all_named_properties_once_each()
    {
        var all = typeof(Property).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Property)) && type.Namespace == typeof(Property).Namespace)
            .Select(type => type.Name)
            .Order(StringComparer.Ordinal);
        Assert.Equal(all, new PropertySet().Properties.Select(property => property.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Violations_name_the_property_and_the_place()
    {
        var set = new PropertySet();
        set.On(TimeSpan.Zero, Told.Completed(7));
        Assert.True(set.Violated);
        Assert.Equal([(nameof(OneEnding), "job 7 completed, but was not open")], set.Violations);
    }

    [Fact]
    public void End_asks_every_property_what_has_not_happened()
    {
        var set = new PropertySet([new OneEnding(), new BarrierOpens()]);
        set.On(TimeSpan.Zero, Told.Submitted(1, position: 1, epoch: 0));
        set.On(TimeSpan.Zero, Told.Finished(2, epoch: 1));
        Assert.False(set.Violated);
        set.End();
        Assert.Equal([nameof(OneEnding), nameof(BarrierOpens)], set.Violations.Select(violation => violation.Property));
    }

    [Fact]
    public void Details_are_bounded_and_violations_are_counted_on()
    {
        var property = new OneEnding();
        for (var job = 0; job < Property.MaxDetails + 5; job++)
            property.On(Told.Completed(job));
        Assert.Equal(Property.MaxDetails, property.Details.Count);
        Assert.Equal(Property.MaxDetails + 5, property.Violations);
    }

    [Fact]
    public void Set_that_hears_nothing_has_reached_nothing()
    {
        var set = new PropertySet();
        set.End();
        Assert.False(set.Violated);
        Assert.All(set.Properties, property => Assert.Equal(Verdict.NotReached, property.Verdict));
    }

    [Fact]
    public void Events_that_no_property_speaks_of_change_nothing()
    {
        var set = new PropertySet();
        foreach (var happened in new TraceEvent[] { new SessionOpened(0, "slots", new SessionLimits(1, 1)), new SessionKeyLost(0), new SessionClosed(0) })
            set.On(TimeSpan.Zero, happened);
        Assert.All(set.Properties, property => Assert.Equal(Verdict.NotReached, property.Verdict));
    }
}
