using Akka.Actor;
using Xunit;

namespace Sim.Tests.Runtime;

public sealed class ActorNameTests : ActorTest
{
    [Fact]
    public void A_name_can_be_taken_once()
    {
        Start((_, _) => { }, "taken");
        Assert.Throws<InvalidActorNameException>(() => Start((_, _) => { }, "taken"));
    }

    [Fact]
    public void A_name_stays_taken_however_many_siblings_come_after_it()
    {
        for (var taken = 0; taken < 20; taken++)
        {
            Start((_, _) => { });
            Start((_, _) => { }, $"child-{taken}");
            for (var name = 0; name <= taken; name++)
                Assert.Throws<InvalidActorNameException>(() => Start((_, _) => { }, $"child-{name}"));
        }
    }

    [Fact]
    public async Task A_name_is_free_again_after_its_actor_has_ended()
    {
        var first = Start((_, _) => { }, "reused");
        await first.GracefulStop(Wait);
        IActorRef? second = null;
        // The watcher hears of the end at the same time as the parent, which frees the name.
        Assert.True(SpinWait.SpinUntil(() => Record.Exception(() => second = Start((_, _) => { }, "reused")) is null, Wait));
        Assert.Equal(first.Path, second!.Path);
        Assert.NotEqual(first, second);
    }

    [Theory]
    [InlineData("")]
    [InlineData("$a")]
    [InlineData("a/b")]
    [InlineData("ä")]
    [InlineData("a%2")]
    public void A_malformed_name_is_refused(string name) =>
        Assert.Throws<InvalidActorNameException>(() => Start((_, _) => { }, name));

    [Fact]
    public void Generated_names_differ()
    {
        var names = Enumerable.Range(0, 200).Select(_ => Start((_, _) => { }).Path.Name).ToList();
        Assert.Equal(200, names.Distinct().Count());
        Assert.All(names, name => Assert.StartsWith("$", name));
    }

    [Fact]
    public void Paths_read_and_write_the_same_text()
    {
        var path = Start((_, _) => { }, "some").Path;
        Assert.Equal("akka://test/user/some", path.ToString());
        Assert.Equal(path, ActorPath.Parse(path.ToString()));
        Assert.Equal(path.Uid, ActorPath.Parse(path.ToSerializationFormat()).Uid);
        Assert.Equal(["user", "some"], path.Elements);
        Assert.Equal(path, path.Root / "user" / "some");
        Assert.Equal("akka.tcp://s@h:1/user", ActorPath.Parse("akka.tcp://s@h:1/user").ToString());
        Assert.False(ActorPath.TryParse("nothing", out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-a")]
    [InlineData("a b")]
    public void A_malformed_system_name_is_refused(string name) =>
        Assert.Throws<ArgumentException>(() => ActorSystem.Create(name));
}
