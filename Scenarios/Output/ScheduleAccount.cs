using System.Globalization;

namespace Sim.Scenarios.Output;

/// <summary>
/// Tells a schedule step by step: a lane for each actor, in it the messages that it takes, below each what was recorded. What
/// the violation is not about is folded, and the step at which it broke is marked. The same input gives the same text.
/// </summary>
public static class ScheduleAccount
{
    /// <summary>The width that is used unless another one is asked for.</summary>
    public const int DefaultWidth = 120;

    /// <summary>Least width.</summary>
    public const int MinWidth = 60;

    // What a lane needs to say something in it.
    private const int MinText = 36;
    private const int Indent = 2;

    /// <summary>Writes the account.</summary>
    /// <param name="steps">The steps, in order.</param>
    /// <param name="violation">What broke, and where.</param>
    /// <param name="width">Most characters in a line, at least <see cref="MinWidth"/>.</param>
    public static string Render(IReadOnlyList<AccountStep> steps, AccountViolation violation, int width = DefaultWidth)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, MinWidth);
        var breaks = IndexOf(steps, violation.Step);
        var rows = RowsOf(steps, violation, breaks);
        var margin = new AccountMargin(steps);
        var actors = ActorsOf(steps, rows, breaks);
        var lanes = AccountLanes.Of(actors, margin.Width, width - MinText);
        var page = new AccountPage(lanes, margin.Width, width);
        page.Head(margin.Head);
        if (actors.Count > lanes.All.Count)
            page.Say(string.Create(CultureInfo.InvariantCulture, $"({actors.Count - lanes.All.Count} more actors do not fit)"));
        var folded = 0;
        for (var i = 0; i < steps.Count; i++)
        {
            if (rows[i] is not { } row || !lanes.Has(row.Step.Actor))
            {
                folded++;
                continue;
            }

            Fold(page, ref folded);
            page.Write(margin.Of(row.Step, isBreaking: i == breaks), row.Step.Actor, row.Step.Message, indent: 0);
            foreach (var line in row.Lines)
                page.Write("", row.Step.Actor, line, Indent);
            if (i == breaks)
                Break(page, violation, "");
        }

        Fold(page, ref folded);
        if (breaks < 0)
            Break(page, violation, "at the end: ");
        return page.ToString();
    }

    private static void Break(AccountPage page, AccountViolation violation, string where) =>
        page.Say($">>> {where}{violation.Property}: {violation.Detail}", hanging: "    ");

    private static void Fold(AccountPage page, ref int folded)
    {
        if (folded > 0)
            page.Say(string.Create(CultureInfo.InvariantCulture, $"... {folded} step{(folded == 1 ? "" : "s")}"));
        folded = 0;
    }

    private static int IndexOf(IReadOnlyList<AccountStep> steps, int number)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            if (steps[i].Number == number)
                return i;
        }

        return -1;
    }

    // Null: the step is folded. Behind the break nothing matters.
    private static AccountRow?[] RowsOf(IReadOnlyList<AccountStep> steps, AccountViolation violation, int breaks)
    {
        var subject = AccountSubject.Of(steps, violation);
        var rows = new AccountRow?[steps.Count];
        for (var i = 0; i < (breaks < 0 ? steps.Count : breaks + 1); i++)
        {
            var lines = new List<string>();
            foreach (var happened in steps[i].Events)
            {
                if (subject.Concerns(happened))
                    lines.Add(AccountWords.Of(happened));
            }

            var others = steps[i].Events.Count - lines.Count;
            if (lines.Count == 0 && i != breaks && !subject.ConcernsMessage(steps[i]))
                continue;
            if (others > 0)
                lines.Add(string.Create(CultureInfo.InvariantCulture, $"({others} more)"));
            rows[i] = new AccountRow(steps[i], lines);
        }

        return rows;
    }

    // Those that something is shown of: first those that the break follows from, then the others, each time the latest first.
    private static List<string> ActorsOf(IReadOnlyList<AccountStep> steps, AccountRow?[] rows, int breaks)
    {
        var past = CausesOf(steps, breaks);
        var actors = new List<string>();
        for (var pass = 0; pass < 2; pass++)
        {
            for (var i = steps.Count - 1; i >= 0; i--)
            {
                if (rows[i] is not null && (pass == 1 || past.Contains(i)) && !actors.Contains(steps[i].Actor))
                    actors.Add(steps[i].Actor);
            }
        }

        // With nothing to show there is still a head.
        return actors.Count > 0 || steps.Count == 0 ? actors : [steps[^1].Actor];
    }

    // The steps that the break follows from: who sent the message, and what its receiver did before, and so on.
    private static HashSet<int> CausesOf(IReadOnlyList<AccountStep> steps, int breaks)
    {
        var past = new HashSet<int>();
        if (!steps.Any(step => step.Cause is not null))
            return past;
        var indexOf = new Dictionary<int, int>();
        var latest = new Dictionary<string, int>();
        var before = new int[steps.Count];
        for (var i = 0; i < steps.Count; i++)
        {
            indexOf[steps[i].Number] = i;
            before[i] = latest.GetValueOrDefault(steps[i].Actor, -1);
            latest[steps[i].Actor] = i;
        }

        var open = new Stack<int>();
        open.Push(breaks < 0 ? steps.Count - 1 : breaks);
        while (open.TryPop(out var at))
        {
            if (at < 0 || !past.Add(at))
                continue;
            if (steps[at].Cause is { } cause && indexOf.TryGetValue(cause, out var sender))
                open.Push(sender);
            open.Push(before[at]);
        }

        return past;
    }
}
