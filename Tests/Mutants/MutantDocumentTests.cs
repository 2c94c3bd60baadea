using Xunit;

namespace Sim.Tests.Mutants;

public sealed class MutantDocumentTests
{
    [Fact]
    public void Document_lists_the_mutants_as_they_are()
    {
        var document = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "mutants.md"));

        Assert.Equal(MutantDocument.List(), MutantDocument.Read(document, MutantDocument.Catalogue));
    }

    /// <summary>Not a test: brings the document up to date, table included, which takes minutes.</summary>
    [MutantTableFact]
    public void MutantTable()
    {
        var path = InRepository(MutantTableFactAttribute.Document!);
        var document = MutantDocument.Replace(File.ReadAllText(path), MutantDocument.Catalogue, MutantDocument.List());
        File.WriteAllText(path, MutantDocument.Replace(document, MutantDocument.Table, Mutants.MutantTable.Measure()));
    }

    // Tests run in a folder of their own, below the repository's.
    private static string InRepository(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Sim.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests do not run within the repository.");
        return Path.Combine(folder.FullName, path);
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
