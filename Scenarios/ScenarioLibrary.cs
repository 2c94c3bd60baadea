using Sim.Scenarios.Browser;
using Sim.Scenarios.Model;
using Sim.Scenarios.Run;
using Sim.Scenarios.Yaml;

namespace Sim.Scenarios;

/// <summary>Scenarios by name: the YAML files of a folder, and programs beside them.</summary>
/// <param name="folder">The folder.</param>
/// <param name="programs">The programs.</param>
public sealed class ScenarioLibrary(string folder, params IReadOnlyList<IScenarioProgram> programs) : IScenarioShelf
{
    private const string Extension = ".yaml";

    /// <summary>The scenarios that come with sim.</summary>
    public static ScenarioLibrary Shipped { get; } = new(Path.Combine(AppContext.BaseDirectory, "Library"), new BrowserPlayback());

    /// <summary>The names of the files, in alphabetical order.</summary>
    public IReadOnlyList<string> Names => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*" + Extension).Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)]
        : [];

    /// <inheritdoc/>
    public IReadOnlyList<Scenario> All => [.. Names.Select(name => Load(name, []))];

    /// <inheritdoc/>
    public IReadOnlyList<IScenarioProgram> Programs => programs;

    /// <summary>Reads a scenario of the library by its name, or any file.</summary>
    /// <param name="nameOrFile">A name, or a path: what ends in .yaml or .yml or has a slash in it is a path.</param>
    /// <param name="sets">Overrides, each as in <c>device.engines=2</c>.</param>
    /// <exception cref="UsageException">There is no scenario of that name, or it is a program.</exception>
    /// <exception cref="ScenarioException">The file cannot be read, or is no scenario.</exception>
    public Scenario Load(string nameOrFile, IReadOnlyList<string> sets)
    {
        if (IsPath(nameOrFile))
            return ScenarioFile.Load(nameOrFile, sets);
        if (programs.Any(program => program.Name == nameOrFile))
            throw new UsageException($"scenario '{nameOrFile}' is a program: it can be run, and no more");
        var names = Names;
        return names.Contains(nameOrFile)
            ? ScenarioFile.Load(Path.Combine(folder, nameOrFile + Extension), sets)
            : throw new UsageException(NearestName.Missing("scenario", nameOrFile, [.. names, .. programs.Select(program => program.Name)]));
    }

    private static bool IsPath(string word) =>
        word.EndsWith(Extension, StringComparison.Ordinal)
        || word.EndsWith(".yml", StringComparison.Ordinal)
        || word.Contains('/', StringComparison.Ordinal)
        || word.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
