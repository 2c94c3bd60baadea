using System.Collections;
using System.Globalization;
using System.Reflection;

namespace Akka.Configuration.Hocon;

/// <summary>Turns plain objects into configuration values.</summary>
internal static class ObjectReader
{
    public static HoconValue Read(object? source, int depth = 0)
    {
        HoconLimits.CheckDepth(depth, default);
        return source switch
        {
            null => HoconValue.Null,
            string text => Text(text),
            bool flag => Text(flag ? "true" : "false"),
            Enum name => Text(name.ToString()),
            TimeSpan span when span == Timeout.InfiniteTimeSpan => Text("infinite"),
            TimeSpan span => Text($"{span.Ticks * 100m:0}ns"),
            IConvertible number => Text(number.ToString(CultureInfo.InvariantCulture)),
            IDictionary map => Object(
                map.Keys.Cast<object>().Select(k => ($"{k}", map[k])), depth),
            IEnumerable sequence => new HoconValue(
                [.. sequence.Cast<object?>().Select(e => Read(e, depth + 1))], default(HoconPosition)),
            _ => Object(
                source.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
                    .Where(p => p.CanRead && p.GetIndexParameters().Length == 0)
                    .Select(p => (p.Name, p.GetValue(source))),
                depth),
        };
    }

    private static HoconValue Text(string text) => new(text, quoted: true, default);

    private static HoconValue Object(IEnumerable<(string Key, object? Value)> properties, int depth)
    {
        var items = new OrderedDictionary<string, HoconValue>();
        foreach (var (key, value) in properties) items[key] = Read(value, depth + 1);
        return new HoconValue(new HoconObject(items), default);
    }
}
