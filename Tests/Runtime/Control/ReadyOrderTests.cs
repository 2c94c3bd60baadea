using Akka.Actor;
using Sim.Control;
using Xunit;

namespace Sim.Tests.Runtime.Control;

public sealed class ReadyOrderTests
{
    [Fact]
    public void Ready_inboxes_stand_in_the_order_of_their_paths_whatever_the_order_of_arrival()
    {
        var driver = new SeededDriver();
        var b = driver.Start((message, self) => self.Cell.ActorOf(Scripted.Of((_, _) => { }), (string)message), "b");
        IActorRef[] others = [driver.Start((_, _) => { }), driver.Start((_, _) => { }, "c"), driver.Start((_, _) => { }, "a"), driver.Start((_, _) => { })];
        b.Tell("z");
        b.Tell("y");
        driver.Settle();
        IActorRef[] all = [.. others, b, .. ((ActorCell)b).GetChildren()];
        foreach (var actor in all.Reverse()) actor.Tell("x");

        string[] paths = [.. driver.World.Ready.ToArray().Select(inbox => inbox.Path)];
        Assert.Equal(["/user/$a", "/user/$b", "/user/a", "/user/b", "/user/b/y", "/user/b/z", "/user/c"], paths);
    }

    [Fact]
    public void Order_holds_for_many_actors_that_come_and_go()
    {
        var driver = new SeededDriver();
        var names = Enumerable.Range(0, 300).Select(i => $"n{(i * 7919) % 300:000}").ToArray();
        var actors = names.Select(name => driver.Start((_, _) => { }, name)).ToArray();
        driver.Settle();
        foreach (var actor in actors.Where((_, i) => i % 3 == 0)) driver.System.Stop(actor);
        driver.Settle();
        foreach (var actor in actors) actor.Tell("x");

        string[] ready = [.. driver.World.Ready.ToArray().Select(inbox => inbox.Path)];
        Assert.Equal(200, ready.Length);
        Assert.Equal(ready.Order(StringComparer.Ordinal), ready);
        Assert.Equal(ready, PathsOneByOne(driver.World));
        for (var left = 199; left >= 0; left--)
        {
            var chosen = left * 7919 % (left + 1);
            Assert.Equal(ready[chosen], driver.World.ReadyAt(chosen).Path);
            driver.World.Step(driver.World.ReadyAt(chosen));
            ready = [.. ready.Where((_, i) => i != chosen)];
            Assert.Equal(left, driver.World.ReadyCount);
            Assert.Equal(ready, PathsOneByOne(driver.World));
        }

        Assert.Equal(0, driver.World.Ready.Length);
    }

    [Fact]
    public void What_is_not_ready_has_no_number()
    {
        var world = new SeededDriver().World;

        Assert.Throws<ArgumentOutOfRangeException>(() => world.ReadyAt(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => world.ReadyAt(-1));
    }

    [Fact]
    public void Order_holds_for_actors_that_come_between_the_two_before_them()
    {
        var driver = new SeededDriver();
        var (low, high) = ("a", "b");
        for (var i = 0; i < 100; i++)
        {
            var middle = low + (i % 2 == 0 ? "m" : "c");
            driver.Start((_, _) => { }, middle);
            if (i % 2 == 0) high = middle;
            else low = middle;
        }

        Assert.NotEqual(low, high);
        string[] ready = [.. driver.World.Ready.ToArray().Select(inbox => inbox.Path)];
        Assert.Equal(ready.Order(StringComparer.Ordinal), ready);
        driver.Settle();
        Assert.Equal(100, driver.World.Steps);
    }

    private static string[] PathsOneByOne(IControlledWorld world) =>
        [.. Enumerable.Range(0, world.ReadyCount).Select(index => world.ReadyAt(index).Path)];
}
