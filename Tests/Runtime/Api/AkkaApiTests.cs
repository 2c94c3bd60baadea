using Akka.Actor;
using Akka.TestKit;
using Xunit;

namespace Sim.Tests.Runtime.Api;

/// <summary>
/// The surface of the packages: code that is written against Akka.NET compiles here when each line of core.txt and next.txt
/// is there, under the same names. It runs against whichever assemblies are referenced, stand-ins or packages.
/// </summary>
public sealed class AkkaApiTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Runtime", "Api");

    private static readonly HashSet<string> Surface =
    [
        .. new[] { typeof(ActorSystem), typeof(TestKitBase), typeof(Akka.TestKit.Xunit2.TestKit) }
            .SelectMany(type => PublicSurface.Of(type.Assembly)).Select(Comparable),
    ];

    [Theory]
    [InlineData("core.txt")]
    [InlineData("next.txt")]
    public void Nothing_of_the_listed_surface_is_missing_but_what_is_excused(string list)
    {
        var excused = Excuses().Select(excuse => Comparable(excuse.Member)).ToHashSet();
        Assert.Equal([], Lines(list).Where(line => !Surface.Contains(Comparable(line)) && !excused.Contains(Comparable(line))));
    }

    [Fact]
    public void Every_excuse_has_a_reason_and_is_needed()
    {
        var listed = Lines("core.txt").Concat(Lines("next.txt")).ToHashSet();
        Assert.Equal([], MembersWhere(excuse => excuse.Reason.Length == 0));
        Assert.Equal([], MembersWhere(excuse => !listed.Contains(excuse.Member)));
        Assert.Equal([], MembersWhere(excuse => Surface.Contains(Comparable(excuse.Member))));
    }

    [Fact]
    public void Printed_surface_shows_what_a_caller_sees()
    {
        Assert.Contains("Akka.Actor.ICanTell | void Tell(object message, IActorRef sender)", Surface);
        Assert.Contains("Akka.Actor.Directive | Resume, Restart, Escalate, Stop", Surface);
        Assert.Contains("Akka.Actor.UntypedActor | protected abstract void OnReceive(object message)", Surface);
        Assert.DoesNotContain(Surface, line => line.Contains("ToString()", StringComparison.Ordinal));
    }

    // Whether a parameter is optional counts; how its default is written does not.
    private static string Comparable(string line)
    {
        var parts = line.Split(" = ");
        return parts[0] + string.Concat(parts.Skip(1).Select(part => "=" + part[Math.Max(0, part.IndexOfAny([',', ')']))..]));
    }

    private static IEnumerable<string> Lines(string file) =>
        File.ReadLines(Path.Combine(Folder, file)).Where(line => line.Length > 0 && !line.StartsWith('#'));

    private static IEnumerable<string> MembersWhere(Func<(string Member, string Reason), bool> isWrong) =>
        Excuses().Where(isWrong).Select(excuse => excuse.Member);

    private static IEnumerable<(string Member, string Reason)> Excuses() =>
        Lines("excused.txt").Select(line => line.Split(" # ", 2)).Select(parts => (parts[0], parts.ElementAtOrDefault(1) ?? ""));
}
