using System.Reflection;
using Sim.Hardware.Choices;
using Xunit;

namespace Sim.Tests.Hardware.Choices;

public sealed class ChoiceDocumentTests
{
    private const BindingFlags Declared =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    // Of the instructions that call.
    private const byte Call = 0x28;
    private const byte CallVirtual = 0x6F;
    private const byte NewObject = 0x73;

    [Fact]
    public void Document_lists_the_points_as_they_are()
    {
        var document = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, ChoiceDocument.Path));

        Assert.Equal(ChoiceDocument.List(), WrittenPart.Read(document, ChoiceDocument.Points));
    }

    [Fact]
    public void Every_point_has_a_test_and_every_test_a_point()
    {
        Assert.Equal(DdiChoiceTable.All.Select(choice => choice.Number), ChoiceTests.All.Keys.Order());
        Assert.All(ChoiceTests.All, entry =>
        {
            var (type, name) = entry.Value;
            Assert.True(type.GetMethod(name)?.GetCustomAttribute<FactAttribute>() is { Skip: null }, $"7.{entry.Key}: {name} is no test");
        });
    }

    [Fact]
    public void A_test_of_a_point_with_a_setting_chooses() =>
        Assert.All(DdiChoiceTable.All.Where(choice => choice.Setting is not null), choice => Assert.True(
            Passes(ChoiceTests.All[choice.Number].Class, typeof(DdiChoices).GetProperty(choice.Setting!)!.PropertyType),
            $"{choice.Id}: {ChoiceTests.All[choice.Number].Class.Name} never sets {choice.Setting}"));

    /// <summary>Not a test: brings the document up to date.</summary>
    [ChoiceTableFact]
    public void ChoiceTable()
    {
        var path = WrittenPart.InRepository(ChoiceDocument.Path);
        File.WriteAllText(path, WrittenPart.Replace(File.ReadAllText(path), ChoiceDocument.Points, ChoiceDocument.List()));
    }

    // Whether the class calls anything of the model with a value of the setting, be it the setting itself.
    private static bool Passes(Type type, Type setting) =>
        type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared)).Any(caller => Calls(caller, setting))
        || type.GetNestedTypes(Declared).Any(nested => Passes(nested, setting));

    private static bool Calls(MethodBase caller, Type setting)
    {
        var code = caller.GetMethodBody()?.GetILAsByteArray() ?? [];
        return Enumerable.Range(0, Math.Max(0, code.Length - sizeof(int)))
            .Where(at => code[at] is Call or CallVirtual or NewObject)
            .Select(at => Called(caller.Module, BitConverter.ToInt32(code, at + 1)))
            .Any(called => called?.DeclaringType?.Assembly == setting.Assembly
                && called.GetParameters().Any(parameter => parameter.ParameterType == setting));
    }

    // What looks like a call and is none names nothing, or something else.
    private static MethodBase? Called(Module module, int token)
    {
        try
        {
            return module.ResolveMethod(token);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private sealed class ChoiceTableFactAttribute : FactAttribute
    {
        public ChoiceTableFactAttribute()
        {
            if (Environment.GetEnvironmentVariable("SIM_CHOICE_TABLE") is null)
                Skip = "writes docs/ddi-choices.md when SIM_CHOICE_TABLE is set";
        }
    }
}
