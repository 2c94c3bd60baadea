using System.Reflection;
using Sim.Hardware.Choices;
using Xunit;

namespace Sim.Tests.Hardware.Choices;

public sealed class DdiChoiceTableTests
{
    [Fact]
    public void Points_7_1_to_7_55_are_there_in_order()
    {
        Assert.Equal(Enumerable.Range(1, 55), DdiChoiceTable.All.Select(choice => choice.Number));
        Assert.Equal("7.55", DdiChoiceTable.All[^1].Id);
        Assert.Distinct(DdiChoiceTable.All.Select(choice => choice.Question));
    }

    [Fact]
    public void The_points_of_keys_and_losses_have_a_setting() =>
        Assert.All(
            DdiChoiceTable.All.Where(choice => choice.Number is <= 14 or (>= 42 and <= 48)),
            choice => Assert.NotNull(choice.Setting));

    [Fact]
    public void A_setting_s_default_is_our_choice_and_its_other_values_are_the_alternatives()
    {
        foreach (var choice in DdiChoiceTable.All.Where(choice => choice.Setting is not null))
        {
            var setting = typeof(DdiChoices).GetProperty(choice.Setting!);
            Assert.True(setting is not null, $"{choice.Id}: no setting {choice.Setting}");
            Assert.Equal(Enum.GetValues(setting.PropertyType).Length - 1, choice.Alternatives.Length);
            Assert.NotEmpty(choice.Alternatives);
            Assert.Equal(0, (int)setting.GetValue(DdiChoices.Default)!);
        }
    }

    [Fact]
    public void Every_setting_belongs_to_one_point() =>
        Assert.Equal(
            typeof(DdiChoices).GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.PropertyType.IsEnum).Select(property => property.Name).Order(),
            DdiChoiceTable.All.Select(choice => choice.Setting).OfType<string>().Order());

    [Fact]
    public void A_point_without_a_setting_has_no_alternatives() =>
        Assert.All(
            DdiChoiceTable.All.Where(choice => choice.Setting is null), choice => Assert.Empty(choice.Alternatives));

    [Fact]
    public void State_and_setting_agree() =>
        Assert.All(DdiChoiceTable.All, choice => Assert.Equal(
            choice.State == ChoiceState.Switched, choice.Setting is not null));

    [Fact]
    public void The_code_that_decides_exists() =>
        Assert.All(DdiChoiceTable.All, choice => Assert.True(
            choice.Where.GetMember(choice.Member).Length > 0, $"{choice.Id}: {choice.Where} has no {choice.Member}"));

    [Fact]
    public void Every_point_names_the_page_that_leaves_it_open() =>
        Assert.All(DdiChoiceTable.All, choice =>
        {
            Assert.StartsWith("MicrosoftDocs/", choice.Document, StringComparison.Ordinal);
            Assert.EndsWith(".md", choice.Document, StringComparison.Ordinal);
        });

    [Fact]
    public void A_point_is_shown_with_its_number() =>
        Assert.Equal("7.19 DataSize is not 256", DdiChoiceTable.All[18].ToString());
}
