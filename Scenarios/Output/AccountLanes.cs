using System.Globalization;

namespace Sim.Scenarios.Output;

/// <summary>The actors that an account shows, a lane each: clients, then sessions, the device, and engines.</summary>
internal sealed class AccountLanes
{
    private const int Gap = 2;

    private readonly Dictionary<string, int> _columnOf = [];
    private readonly List<(string Name, int Column)> _lanes = [];

    private AccountLanes(IEnumerable<string> actors, Dictionary<string, string> names, int first)
    {
        var column = first;
        foreach (var actor in actors.OrderBy(RankOf).ThenBy(NumberOf).ThenBy(actor => actor, StringComparer.Ordinal))
        {
            _columnOf.Add(actor, column);
            _lanes.Add((names[actor], column));
            column += names[actor].Length + Gap;
        }
    }

    /// <summary>Names and columns, from left to right.</summary>
    public IReadOnlyList<(string Name, int Column)> All => _lanes;

    private int Last => _lanes[^1].Column;

    /// <summary>Lays lanes out. When not all fit, the first of them stay.</summary>
    /// <param name="actors">Paths of actors, those first that matter most.</param>
    /// <param name="first">Column of the first lane.</param>
    /// <param name="last">Column that the last lane must not be right of.</param>
    public static AccountLanes Of(IReadOnlyList<string> actors, int first, int last)
    {
        var names = NamesOf(actors);
        var lanes = new AccountLanes(actors, names, first);
        for (var count = actors.Count - 1; count > 0 && lanes.Last > last; count--)
            lanes = new AccountLanes(actors.Take(count), names, first);
        return lanes;
    }

    public bool Has(string actor) => _columnOf.ContainsKey(actor);

    public int ColumnOf(string actor) => _columnOf[actor];

    // The last part of the path; where several have it, as much of the path as tells them apart.
    private static Dictionary<string, string> NamesOf(IReadOnlyList<string> actors)
    {
        var names = new Dictionary<string, string>();
        foreach (var actor in actors)
        {
            var parts = 1;
            while (actors.Any(other => other != actor && EndOf(other, parts) == EndOf(actor, parts)))
                parts++;
            names.Add(actor, EndOf(actor, parts));
        }

        return names;
    }

    private static string EndOf(string path, int parts) => string.Join('/', path.Split('/')[^Math.Min(parts, path.Count(c => c == '/') + 1)..]);

    private static int RankOf(string actor) => NameOf(actor) switch
    {
        "device" => 2,
        var name when name.StartsWith("session-", StringComparison.Ordinal) => 1,
        var name when name.StartsWith("engine-", StringComparison.Ordinal) => 3,
        _ => 0,
    };

    private static int NumberOf(string actor)
    {
        var name = NameOf(actor);
        return int.TryParse(
            name.AsSpan(name.LastIndexOf('-') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
    }

    private static string NameOf(string actor) => actor[(actor.LastIndexOf('/') + 1)..];
}
