using System.Text.RegularExpressions;
using Xunit;

namespace Sim.Tests.Runtime.Api;

public sealed partial class CoreNamesTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Runtime", "Api");

    private static readonly HashSet<string> Named =
    [
        .. CoreNames.All.Select(entry => PublicSurface.NameOf(entry.Type)),
        .. CoreNames.All.SelectMany(entry => entry.Members.Select(member => $"{PublicSurface.NameOf(entry.Type)} | {member}")),
    ];

    [Fact]
    public void Every_member_of_the_core_that_is_not_excused_is_named_in_compiled_code()
    {
        var excused = Lines("excused.txt").Select(line => line.Split(" # ")[0]).ToHashSet();
        Assert.Equal([], Lines("core.txt").Where(line => !excused.Contains(line)).SelectMany(NamesOf).Where(name => !Named.Contains(name)).Distinct());
    }

    [Fact]
    public void Nothing_is_named_that_the_core_does_not_list()
    {
        var listed = Lines("core.txt").SelectMany(NamesOf).ToHashSet();
        Assert.Equal([], Named.Where(name => !listed.Contains(name)));
    }

    [Theory]
    [InlineData("T", "T")]
    [InlineData("T | void Tell(this IActorRef receiver, object message)", "T | Tell")]
    [InlineData("T | Task<T> Ask<T>(this ICanTell self, Func<IActorRef, object> messageFactory)", "T | Ask")]
    [InlineData("T | protected new(string name = )", "T | protected new(string name = )")]
    [InlineData("T | static Props Empty { get; }", "T | Empty")]
    [InlineData("T | static Nobody Nobody", "T | Nobody")]
    [InlineData("T | Resume, Stop", "T | Resume", "T | Stop")]
    public void A_line_is_named_by_its_member(string line, params string[] names) => Assert.Equal(names, NamesOf(line));

    // Of overloads one name is enough: that each is there is for AkkaApiTests. Constructors have no name but themselves.
    private static IEnumerable<string> NamesOf(string line)
    {
        var parts = line.Split(" | ", 2);
        if (parts.Length == 1) return [line];
        var member = parts[1];
        if (Constructor().IsMatch(member)) return [line];
        if (Values().IsMatch(member)) return member.Split(", ").Select(value => $"{parts[0]} | {value}");
        return [$"{parts[0]} | {Name().Match(member).Groups[1].Value}"];
    }

    private static IEnumerable<string> Lines(string file) =>
        File.ReadLines(Path.Combine(Folder, file)).Where(line => line.Length > 0 && !line.StartsWith('#'));

    [GeneratedRegex(@"^(protected )?new\(")]
    private static partial Regex Constructor();

    [GeneratedRegex(@"^\w+(, \w+)*$")]
    private static partial Regex Values();

    [GeneratedRegex(@"(?:^| )(\w+)(?:<[\w, ]*>)?(?:\(.*| \{.*)?$")]
    private static partial Regex Name();
}
