namespace Akka.Configuration.Hocon;

/// <summary>Durations: a number and a unit. Units as in the HOCON specification, "Duration format".</summary>
internal static class HoconDuration
{
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        if (text.Trim().Equals("infinite", StringComparison.OrdinalIgnoreCase))
        {
            duration = Timeout.InfiniteTimeSpan;
            return true;
        }

        if (!HoconQuantity.TrySplit(text, out var number, out var unit) || number < 0) return false;
        double? ticks = unit.ToLowerInvariant() switch
        {
            "ns" or "nano" or "nanos" or "nanosecond" or "nanoseconds" => 0.01,
            "us" or "\u00b5s" or "micro" or "micros" or "microsecond" or "microseconds" => TimeSpan.TicksPerMicrosecond,
            "" or "ms" or "milli" or "millis" or "millisecond" or "milliseconds" => TimeSpan.TicksPerMillisecond,
            "s" or "second" or "seconds" => TimeSpan.TicksPerSecond,
            "m" or "minute" or "minutes" => TimeSpan.TicksPerMinute,
            "h" or "hour" or "hours" => TimeSpan.TicksPerHour,
            "d" or "day" or "days" => TimeSpan.TicksPerDay,
            _ => null,
        };
        if (ticks is null) return false;
        var total = Math.Round((double)number * ticks.Value);
        if (total > TimeSpan.MaxValue.Ticks / 2.0) return false;
        duration = TimeSpan.FromTicks((long)total);
        return true;
    }
}
