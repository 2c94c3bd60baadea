namespace Akka.Actor;

/// <summary>
/// Some names of actors that were found valid, by the object: a simulation makes thousands of systems whose actors have the same names.
/// Threads may overwrite each other's entries, which costs a check anew.
/// </summary>
internal static class CheckedNames
{
    private const int Kept = 64;

    private static readonly string?[] Names = new string?[Kept];

    public static bool Has(string name) => name.Length > 0 && ReferenceEquals(Names[PlaceOf(name)], name);

    /// <summary>Keeps a valid name.</summary>
    /// <returns>True.</returns>
    public static bool Keep(string name)
    {
        Names[PlaceOf(name)] = name;
        return true;
    }

    private static int PlaceOf(string name) => ((name[0] * 5) + (name.Length * 16) + name[^1]) & (Kept - 1);
}
