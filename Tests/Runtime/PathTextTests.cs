using Akka.Actor;
using Xunit;

namespace Sim.Tests.Runtime;

/// <summary>Taking the text of a path apart, and the order of addresses.</summary>
public sealed class PathTextTests
{
    [Theory]
    [InlineData("akka://sys/user/a#12", "akka://sys", "/user/a#12")]
    [InlineData("akka.tcp://sys@host:4053/user/a", "akka.tcp://sys@host:4053", "/user/a")]
    [InlineData("akka://sys", "akka://sys", "/")]
    [InlineData("akka://sys/", "akka://sys", "/")]
    public void A_path_has_an_address_and_a_rest(string path, string address, string rest)
    {
        Assert.True(ActorPath.TryParseParts(path, out var first, out var second));
        Assert.Equal(address, first.ToString());
        Assert.Equal(rest, second.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("/user/a")]
    [InlineData("user")]
    public void Text_without_an_address_has_no_parts(string path) => Assert.False(ActorPath.TryParseParts(path, out _, out _));

    [Fact]
    public void Addresses_have_an_order()
    {
        Address[] addresses = [new("akka", "sys", "b", 1), new("akka", "sys", "a", 2), new("akka", "sys", "a", 1)];
        Array.Sort(addresses, Address.Comparer);
        Assert.Equal(["a:1", "a:2", "b:1"], addresses.Select(address => $"{address.Host}:{address.Port}"));
        Assert.Equal(0, Address.Comparer.Compare(addresses[0], addresses[0].WithPort(1)));
    }
}
