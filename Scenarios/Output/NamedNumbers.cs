using System.Globalization;
using System.Text.RegularExpressions;

namespace Sim.Scenarios.Output;

/// <summary>The jobs, sessions and epochs that a line names: a word and a number behind it, as in <c>job 3 of session 0, epoch 1</c>.</summary>
internal sealed partial class NamedNumbers
{
    public SortedSet<long> Jobs { get; } = [];

    public SortedSet<int> Sessions { get; } = [];

    public SortedSet<int> Epochs { get; } = [];

    public static NamedNumbers In(string line)
    {
        var named = new NamedNumbers();
        foreach (var match in Word().EnumerateMatches(line))
        {
            var word = line.AsSpan(match.Index, match.Length);
            var number = word[(word.IndexOfAny(" -") + 1)..];
            switch (word[0])
            {
                case 'j' when long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var job):
                    named.Jobs.Add(job);
                    break;
                case 's' when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var session):
                    named.Sessions.Add(session);
                    break;
                case 'e' when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var epoch):
                    named.Epochs.Add(epoch);
                    break;
            }
        }

        return named;
    }

    // With a hyphen it is the name of an actor.
    [GeneratedRegex(@"\b(?:job |session[ -]|epoch )\d+\b", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
