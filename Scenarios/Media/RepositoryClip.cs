namespace Sim.Scenarios.Media;

/// <summary>The encrypted clip that comes with the program. <c>Clip/README.md</c> says how it was made.</summary>
public static class RepositoryClip
{
    /// <summary>The encrypted MP4.</summary>
    public static string Media => Beside("clip.mp4");

    /// <summary>Its key, in the form that <see cref="ContentKeys.Load"/> reads.</summary>
    public static string Key => Beside("clip.key");

    /// <summary>Its clear samples, in the form that <see cref="SampleChecksums.Load"/> reads.</summary>
    public static string Samples => Beside("clip.samples.md5");

    private static string Beside(string name) => Path.Combine(AppContext.BaseDirectory, "Media", "Clip", name);
}
