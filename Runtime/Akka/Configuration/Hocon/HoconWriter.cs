using System.Text;

namespace Akka.Configuration.Hocon;

/// <summary>Writes values as HOCON that parses to the same values.</summary>
internal static class HoconWriter
{
    public static string Write(HoconValue value)
    {
        var text = new StringBuilder();
        if (value.IsObject()) WriteFields(value, text, 0);
        else WriteValue(value, text, 0);
        return text.ToString();
    }

    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                < ' ' => $"\\u{(int)c:x4}",
                _ => c.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }

    private static void WriteFields(HoconValue value, StringBuilder text, int indent)
    {
        foreach (var (key, child) in value.GetObject().Items)
        {
            text.Append(' ', indent).Append(HoconPath.IsPlain(key) ? key : Quote(key)).Append(child.IsObject() ? " " : " : ");
            WriteValue(child, text, indent);
            text.Append('\n');
        }
    }

    private static void WriteValue(HoconValue value, StringBuilder text, int indent)
    {
        if (value.TryGetText(out var plain, out var quoted))
        {
            text.Append(plain is null ? "null" : !quoted && HoconPath.IsPlain(plain) ? plain : Quote(plain));
        }
        else if (value.IsArray())
        {
            text.Append('[');
            var first = true;
            foreach (var element in value.GetArray())
            {
                if (!first) text.Append(", ");
                first = false;
                WriteValue(element, text, indent + 2);
            }

            text.Append(']');
        }
        else
        {
            text.Append("{\n");
            WriteFields(value, text, indent + 2);
            text.Append(' ', indent).Append('}');
        }
    }
}
