namespace Akka.Configuration.Hocon;

/// <summary>The characters of a text, with their places, and the parts that hold no structure: space, comments, strings.</summary>
internal sealed class HoconReader(string text)
{
    private const char ByteOrderMark = '\ufeff';

    private int _index;
    private int _line = 1;
    private int _lineStart;

    public HoconPosition At => new(_line, _index - _lineStart + 1);

    public bool AtEnd => _index >= text.Length;

    /// <summary>The next character, or NUL at the end.</summary>
    public char Next => AtEnd ? '\0' : text[_index];

    public bool AtComment => Next == '#' || StartsWith("//");

    /// <summary>A second reader at the same place, to look ahead with.</summary>
    public HoconReader Copy() => (HoconReader)MemberwiseClone();

    public bool StartsWith(string part) => string.CompareOrdinal(text, _index, part, 0, part.Length) == 0;

    public char Take()
    {
        var c = text[_index++];
        if (c == '\n')
        {
            _line++;
            _lineStart = _index;
        }

        return c;
    }

    public bool TryTake(string part)
    {
        if (!StartsWith(part)) return false;
        for (var i = 0; i < part.Length; i++) Take();
        return true;
    }

    /// <summary>Takes the white space up to the end of the line.</summary>
    public string TakeSpace()
    {
        var start = _index;
        while (!AtEnd && Next != '\n' && IsSpace(Next)) Take();
        return text[start.._index];
    }

    /// <summary>Skips white space, line ends and comments; says whether a line ended.</summary>
    public bool SkipLines()
    {
        var line = _line;
        while (!AtEnd)
        {
            if (AtComment) SkipComment();
            else if (IsSpace(Next)) Take();
            else break;
        }

        return _line != line || AtEnd;
    }

    /// <summary>Takes what may stand unquoted; stops before space, a comment and any of HOCON's special characters.</summary>
    public string TakeUnquoted(bool stopAtDot)
    {
        var start = _index;
        while (!AtEnd && !AtComment && IsUnquoted(Next) && !StartsWith("+=") && !(stopAtDot && Next == '.')) Take();
        return text[start.._index];
    }

    /// <summary>Takes a string in double quotes, or in three of them.</summary>
    public string TakeQuoted()
    {
        var at = At;
        if (TryTake("\"\"\"")) return TakeTripleQuoted(at);
        Take();
        var value = new System.Text.StringBuilder();
        while (true)
        {
            if (AtEnd || Next == '\n') throw at.Error("the string that starts here has no closing quote on its line");
            var here = At;
            var c = Take();
            if (c == '"') return value.ToString();
            value.Append(c == '\\' ? TakeEscape(here) : c);
        }
    }

    public string TakeUntil(char end, HoconPosition start, string what)
    {
        var from = _index;
        while (!AtEnd && Next != '\n' && Next != end) Take();
        if (Next != end) throw start.Error($"the {what} that starts here has no closing '{end}' on its line");
        var taken = text[from.._index];
        Take();
        return taken;
    }

    private static bool IsSpace(char c) => char.IsWhiteSpace(c) || c == ByteOrderMark;

    private static bool IsUnquoted(char c) => !IsSpace(c) && !"$\"{}[]:=,#`^?!@*&\\".Contains(c, StringComparison.Ordinal);

    private string TakeTripleQuoted(HoconPosition at)
    {
        var start = _index;
        while (!StartsWith("\"\"\""))
        {
            if (AtEnd) throw at.Error("the string that starts here has no closing triple quote");
            Take();
        }

        while (StartsWith("\"\"\"\"")) Take(); // quotes beyond the last three belong to the string
        var value = text[start.._index];
        TryTake("\"\"\"");
        return value;
    }

    private char TakeEscape(HoconPosition at)
    {
        var c = AtEnd ? '\0' : Take();
        switch (c)
        {
            case '"' or '\\' or '/':
                return c;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u' when _index + 4 <= text.Length && ushort.TryParse(
                text.AsSpan(_index, 4), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var code):
                for (var i = 0; i < 4; i++) Take();
                return (char)code;
            default:
                throw at.Error("a backslash in a string is followed by one of \" \\ / b f n r t, or u and four digits");
        }
    }

    private void SkipComment()
    {
        while (!AtEnd && Next != '\n') Take();
    }
}
