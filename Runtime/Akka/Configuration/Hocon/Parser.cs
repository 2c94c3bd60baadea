namespace Akka.Configuration.Hocon;

/// <summary>
/// Reads HOCON as its specification describes it (github.com/lightbend/config, HOCON.md), with these choices: the root is
/// an object; environment variables are not read; <c>include</c> asks the caller for the file.
/// </summary>
public static class Parser
{
    [ThreadStatic]
    private static int _includes;

    /// <summary>Parses a text.</summary>
    /// <param name="text">The text; at most 4 Mi characters, nested at most 128 levels deep.</param>
    /// <param name="includeCallback">
    /// Finds an included file by the name in the text; null when there is none, which is an error only for
    /// <c>include required(...)</c>. Null when the text may not include anything.
    /// </param>
    /// <returns>The parsed text; its substitutions are resolved when its value is read.</returns>
    /// <exception cref="ConfigurationException">The text is not HOCON, or beyond a limit; names line and column.</exception>
    public static HoconRoot Parse(string text, Func<string, HoconRoot?>? includeCallback)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > HoconLimits.InputLength)
        {
            throw new ConfigurationException(
                $"Configuration: the text has {text.Length} characters, more than the limit of {HoconLimits.InputLength}.");
        }

        var parser = new HoconParser(new HoconReader(text), name => Include(name, includeCallback));
        var root = parser.ParseRoot();
        return new HoconRoot(root, parser.Substitutions);
    }

    private static HoconRoot? Include(string name, Func<string, HoconRoot?>? callback)
    {
        if (callback is null) throw new ConfigurationException("nothing can be included here: no include callback was given");
        if (_includes == HoconLimits.Includes)
        {
            throw new ConfigurationException(
                $"includes nest deeper than {HoconLimits.Includes} files; does '{name}' include itself?");
        }

        _includes++;
        try
        {
            return callback(name);
        }
        finally
        {
            _includes--;
        }
    }
}
