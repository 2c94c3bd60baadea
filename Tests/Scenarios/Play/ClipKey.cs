using Sim.Scenarios.Media;

namespace Sim.Tests.Scenarios.Play;

/// <summary>The content key of the repository's clip.</summary>
internal static class ClipKey
{
    public static string Hex { get; } =
        File.ReadLines(RepositoryClip.Key).Last(line => !line.StartsWith('#')).Split(':')[^1].Trim();
}
