using System.Text;

namespace Sim.Scenarios.Output;

/// <summary>The text of an account: lines with a margin on the left, lanes beside it, and text that stands in a lane.</summary>
internal sealed class AccountPage(AccountLanes lanes, int margin, int width)
{
    private readonly StringBuilder _text = new();

    /// <summary>The lanes' names.</summary>
    public void Head(string left)
    {
        var line = Blank(left);
        foreach (var (name, column) in lanes.All)
            name.CopyTo(line.AsSpan(column));
        Add(line);
    }

    /// <summary>Text in an actor's lane, on as many lines as it needs.</summary>
    public void Write(string left, string actor, string text, int indent)
    {
        var column = lanes.ColumnOf(actor) + indent;
        foreach (var part in Broken(text, width - column))
        {
            var line = Ruled(left);
            part.CopyTo(line.AsSpan(column));
            // A bar that stands right behind the text would look like a part of it.
            if (column + part.Length < width)
                line[column + part.Length] = ' ';
            if (indent > 0)
                line[column - indent] = '|';
            Add(line);
            left = "";
        }
    }

    /// <summary>Text across the page.</summary>
    public void Say(string text, string hanging = "")
    {
        var indent = "";
        foreach (var part in Broken(text, width - hanging.Length))
        {
            _text.Append(indent).Append(part).Append('\n');
            indent = hanging;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString().TrimEnd('\n');

    private char[] Blank(string left)
    {
        var line = new char[width];
        Array.Fill(line, ' ');
        left.AsSpan(0, Math.Min(left.Length, margin)).CopyTo(line);
        return line;
    }

    private char[] Ruled(string left)
    {
        var line = Blank(left);
        foreach (var (_, column) in lanes.All)
            line[column] = '|';
        return line;
    }

    private void Add(ReadOnlySpan<char> line) => _text.Append(line.TrimEnd(' ')).Append('\n');

    // At spaces; a word that is too long is cut.
    private static IEnumerable<string> Broken(string text, int most)
    {
        while (text.Length > most)
        {
            var space = text.LastIndexOf(' ', most);
            var end = space > 0 ? space : most;
            yield return text[..end];
            text = text[end..].TrimStart(' ');
        }

        yield return text;
    }
}
