using Sim.Scenarios;
using Sim.Scenarios.Yaml;
using Sim.Tests.Scenarios.Yaml;
using Xunit;

namespace Sim.Tests.Scenarios;

public sealed class ScenarioLibraryTests
{
    public static TheoryData<string> Shipped => [.. ScenarioLibrary.Shipped.Names];

    [Fact]
    public void Refresh_storm_is_shipped()
    {
        var storm = ScenarioLibrary.Shipped.Load("refresh-storm", []);

        Assert.Equal(16, storm.Sessions[0].Count);
        Assert.Equal(2, storm.Sessions[0].Refresh!.Finishes);
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Shipped_scenario_has_the_name_of_its_file(string name) => Assert.Equal(name, ScenarioLibrary.Shipped.Load(name, []).Name);

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Shipped_scenario_tells_editors_its_schema(string name)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Library");
        var first = File.ReadLines(Path.Combine(folder, name + ".yaml")).First();

        Assert.Equal("# yaml-language-server: $schema=../Scenario.schema.json", first);
        Assert.True(File.Exists(Path.Combine(folder, "../Scenario.schema.json")));
    }

    [Fact]
    public void Overrides_apply_to_a_scenario_of_the_library() =>
        Assert.Equal(4, ScenarioLibrary.Shipped.Load("refresh-storm", ["sessions.movie.count=4"]).Sessions[0].Count);

    [Fact]
    public void Unknown_name_is_refused_with_the_name_that_was_meant()
    {
        var refused = Assert.Throws<UsageException>(() => ScenarioLibrary.Shipped.Load("refresh-strom", []));

        Assert.Equal("there is no scenario 'refresh-strom'; did you mean 'refresh-storm'?", refused.Message);
    }

    [Fact]
    public void Name_never_leads_out_of_the_library() =>
        Assert.Throws<UsageException>(() => ScenarioLibrary.Shipped.Load("..", []));

    [Fact]
    public void Path_is_read_as_a_file()
    {
        using var directory = new TemporaryDirectory();
        var path = directory.Save(System.Text.Encoding.UTF8.GetBytes(Texts.Minimal), "mine.yml");

        Assert.Equal("minimal", ScenarioLibrary.Shipped.Load(path, []).Name);
        Assert.Throws<ScenarioException>(() => ScenarioLibrary.Shipped.Load("./refresh-storm", []));
    }

    [Fact]
    public void Folder_that_is_not_there_has_no_scenarios()
    {
        var library = new ScenarioLibrary("no/such/folder");

        Assert.Empty(library.Names);
        Assert.Equal("there is no scenario 'x'", Assert.Throws<UsageException>(() => library.Load("x", [])).Message);
    }
}
