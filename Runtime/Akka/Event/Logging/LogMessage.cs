using System.Globalization;
using System.Text;

namespace Akka.Event;

/// <summary>Turns a template and its arguments into text.</summary>
public interface ILogMessageFormatter
{
    /// <summary>Formats a template.</summary>
    /// <param name="format">The template.</param>
    /// <param name="args">The arguments.</param>
    /// <returns>The text.</returns>
    string Format(string format, params object?[] args);

    /// <summary>Formats a template.</summary>
    /// <param name="format">The template.</param>
    /// <param name="args">The arguments.</param>
    /// <returns>The text.</returns>
    string Format(string format, IEnumerable<object?> args);
}

/// <summary>A message that is formatted when it is read.</summary>
/// <param name="formatter">Turns the template into text.</param>
/// <param name="format">The template.</param>
public abstract class LogMessage(ILogMessageFormatter formatter, string format)
{
    /// <summary>Turns the template into text.</summary>
    protected readonly ILogMessageFormatter Formatter = formatter;

    /// <summary>The template.</summary>
    public string Format { get; } = format;

    /// <summary>The arguments as text, without the template.</summary>
    /// <returns>The text.</returns>
    public abstract string Unformatted();

    /// <summary>The arguments.</summary>
    /// <returns>The arguments in order.</returns>
    public abstract IEnumerable<object?> Parameters();
}

internal sealed class DefaultLogMessage(ILogMessageFormatter formatter, string format, object?[] args)
    : LogMessage(formatter, format)
{
    public override string Unformatted() => string.Join(", ", args);

    public override IEnumerable<object?> Parameters() => args;

    public override string ToString() => Formatter.Format(Format, args);
}

/// <summary>
/// Templates with numbered placeholders, as in <see cref="string.Format(string, object[])"/>, or with named ones that are
/// filled in order.
/// </summary>
public sealed class DefaultLogMessageFormatter : ILogMessageFormatter
{
    /// <summary>The only instance.</summary>
    public static readonly DefaultLogMessageFormatter Instance = new();

    private DefaultLogMessageFormatter()
    {
    }

    /// <inheritdoc/>
    public string Format(string format, IEnumerable<object?> args) => Format(format, args.ToArray());

    /// <inheritdoc/>
    public string Format(string format, params object?[] args)
    {
        try
        {
            return string.Format(CultureInfo.InvariantCulture, HasNames(format) ? Number(format) : format, args);
        }
        catch (FormatException)
        {
            // A bad template must not fail the actor that logs; what it wanted to say is shown as it stands.
            return $"{format} ({string.Join(", ", args)})";
        }
    }

    private static bool HasNames(string format)
    {
        for (var i = format.IndexOf('{'); i >= 0 && i + 1 < format.Length; i = format.IndexOf('{', i + 1))
        {
            if (format[i + 1] == '{') i++;
            else if (!char.IsAsciiDigit(format[i + 1])) return true;
        }

        return false;
    }

    private static string Number(string format)
    {
        var text = new StringBuilder(format.Length);
        var next = 0;
        for (var i = 0; i < format.Length; i++)
        {
            var end = format[i] == '{' && i + 1 < format.Length && format[i + 1] != '{' ? format.IndexOf('}', i) : -1;
            if (end < 0)
            {
                text.Append(format[i]);
                if (i + 1 < format.Length && format[i] is '{' or '}' && format[i + 1] == format[i]) text.Append(format[i++]);
                continue;
            }

            var name = format.AsSpan(i + 1, end - i - 1);
            var detail = name.IndexOfAny(',', ':');
            text.Append('{').Append(next++).Append(detail < 0 ? "" : name[detail..]).Append('}');
            i = end;
        }

        return text.ToString();
    }
}
