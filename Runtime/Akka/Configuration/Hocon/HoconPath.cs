namespace Akka.Configuration.Hocon;

/// <summary>Paths: keys joined by dots; a key with a dot or another special character stands in double quotes.</summary>
internal static class HoconPath
{
    public static string[] Parse(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return TryParse(path) ?? throw new ConfigurationException(
            $"'{path}' is not a configuration path: keys joined by dots, quoted where they hold a dot.");
    }

    public static string[]? TryParse(string path)
    {
        if (!path.Contains('"'))
        {
            var plain = path.Split('.');
            return Array.Exists(plain, key => key.Length == 0) ? null : plain;
        }

        var keys = new List<string>();
        var at = 0;
        while (true)
        {
            int end;
            if (at < path.Length && path[at] == '"')
            {
                end = path.IndexOf('"', ++at);
                if (end < 0) return null;
                keys.Add(path[at..end++]);
            }
            else
            {
                end = path.IndexOf('.', at);
                if (end < 0) end = path.Length;
                if (end == at || path.AsSpan(at, end - at).Contains('"')) return null;
                keys.Add(path[at..end]);
            }

            if (end == path.Length) return [.. keys];
            if (path[end] != '.') return null;
            at = end + 1;
        }
    }

    public static string Join(IEnumerable<string> keys) =>
        string.Join('.', keys.Select(k => IsPlain(k) ? k : HoconWriter.Quote(k)));

    /// <summary>Whether a text can stand unquoted as one key and as a value.</summary>
    public static bool IsPlain(string text) =>
        text.Length > 0 && text is not ("null" or "include")
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
