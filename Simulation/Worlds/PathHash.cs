namespace Sim.Simulation.Worlds;

/// <summary>A hash of text that is the same in every process: FNV-1a, 64 bits.</summary>
internal static class PathHash
{
    public static ulong Of(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in text)
            hash = (hash ^ character) * 1099511628211UL;
        return hash;
    }
}
