using System.Globalization;

namespace Sim.Scenarios.Yaml.Values;

/// <summary>A time such as <c>50ms</c>; a whole number of ticks of 0.1 us.</summary>
internal static class Duration
{
    /// <summary>The text of a time without end.</summary>
    public const string Forever = "forever";

    private static readonly (string Name, long Ticks)[] Units =
    [
        ("h", TimeSpan.TicksPerHour),
        ("min", TimeSpan.TicksPerMinute),
        ("s", TimeSpan.TicksPerSecond),
        ("ms", TimeSpan.TicksPerMillisecond),
    ];

    /// <summary>Reads a time.</summary>
    public static Reading<TimeSpan> Read(string text) => Quantity.Read(text, Dimension.Time).Then(FromQuantity);

    /// <summary>Reads a time, or <see cref="Forever"/> as <see cref="TimeSpan.MaxValue"/>.</summary>
    public static Reading<TimeSpan> ReadOrForever(string text) => text == Forever ? TimeSpan.MaxValue : Read(text);

    /// <summary>A quantity of time, if it is a whole number of ticks and not longer than there are.</summary>
    public static Reading<TimeSpan> FromQuantity(Quantity quantity)
    {
        var ticks = quantity.Magnitude * TimeSpan.TicksPerSecond;
        if (ticks != decimal.Truncate(ticks))
            return Reading<TimeSpan>.Refuse($"'{quantity.Number}{quantity.Unit.Name}' is finer than 0.1us");
        return ticks < long.MaxValue
            ? new TimeSpan((long)ticks)
            : Reading<TimeSpan>.Refuse($"'{quantity.Number}{quantity.Unit.Name}' is too large");
    }

    /// <summary>Writes a time in the largest unit that needs no fraction, or in microseconds.</summary>
    public static string Write(TimeSpan time)
    {
        if (time == TimeSpan.MaxValue)
            return Forever;
        if (time == TimeSpan.Zero)
            return "0s";
        foreach (var (name, ticks) in Units)
        {
            if (time.Ticks % ticks == 0)
                return string.Create(CultureInfo.InvariantCulture, $"{time.Ticks / ticks}{name}");
        }

        return string.Create(CultureInfo.InvariantCulture, $"{(decimal)time.Ticks / TimeSpan.TicksPerMicrosecond}us");
    }
}
