namespace Sim.Scenarios;

/// <summary>What was probably meant by a name that does not exist.</summary>
public static class NearestName
{
    private const int MaxLength = 64;

    /// <summary>One line that says that there is no such name, and which one was probably meant, or which there are.</summary>
    /// <param name="noun">What the name names.</param>
    /// <param name="name">The name that does not exist.</param>
    /// <param name="names">Those that do.</param>
    public static string Missing(string noun, string name, IReadOnlyCollection<string> names)
    {
        var shown = name.Length <= MaxLength ? name : name[..MaxLength] + "...";
        if (Find(name, names) is { } near)
            return $"there is no {noun} '{shown}'; did you mean '{near}'?";
        var others = names.Count switch
        {
            0 => "",
            1 => $"; there is {names.First()}",
            _ => $"; there are {string.Join(", ", names)}",
        };
        return $"there is no {noun} '{shown}'{others}";
    }

    /// <summary>The name that differs least, if it differs little enough to be the one that was meant.</summary>
    /// <param name="name">The name that does not exist.</param>
    /// <param name="names">Those that do.</param>
    public static string? Find(string name, IEnumerable<string> names)
    {
        if (name.Length > MaxLength)
            return null;
        string? nearest = null;
        var least = 1 + Math.Max(1, name.Length / 3);
        foreach (var candidate in names)
        {
            var distance = Distance(name, candidate);
            if (distance < least)
                (nearest, least) = (candidate, distance);
        }

        return nearest;
    }

    // Letters to insert, delete or replace, whatever their case; one row of the table is enough.
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = diagonal + (char.ToLowerInvariant(from[i - 1]) == char.ToLowerInvariant(to[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[to.Length];
    }
}
