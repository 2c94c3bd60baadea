using Xunit;

namespace Sim.Tests.Mutants;

public sealed class MutantDocumentTests
{
    [Fact]
    public void Document_lists_the_mutants_as_they_are()
    {
        var document = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "mutants.md"));

        Assert.Equal(MutantDocument.List(), WrittenPart.Read(document, MutantDocument.Catalogue));
    }

    /// <summary>Not a test: brings the document up to date, table included, which takes minutes.</summary>
    [MutantTableFact]
    public void MutantTable()
    {
        var path = WrittenPart.InRepository(MutantTableFactAttribute.Document!);
        var document = WrittenPart.Replace(File.ReadAllText(path), MutantDocument.Catalogue, MutantDocument.List());
        File.WriteAllText(path, WrittenPart.Replace(document, MutantDocument.Table, Mutants.MutantTable.Measure()));
    }

    private sealed class MutantTableFactAttribute : FactAttribute
    {
        public MutantTableFactAttribute()
        {
            if (Document is null)
                Skip = "writes the document that SIM_MUTANT_TABLE names";
        }

        public static string? Document => Environment.GetEnvironmentVariable("SIM_MUTANT_TABLE");
    }
}
