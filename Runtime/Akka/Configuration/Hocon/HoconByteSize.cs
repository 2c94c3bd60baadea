namespace Akka.Configuration.Hocon;

/// <summary>
/// Sizes in bytes. As in the HOCON specification, "Size in bytes format": kB, MB and so on count in powers of 1000;
/// KiB, MiB and the single letters in powers of 1024. KB is read as kB.
/// </summary>
internal static class HoconByteSize
{
    private const string Powers = "kmgtpe";

    private static readonly string[] Names = ["kilo", "mega", "giga", "tera", "peta", "exa"];
    private static readonly string[] BinaryNames = ["kibi", "mebi", "gibi", "tebi", "pebi", "exbi"];

    public static bool TryParse(string text, out long bytes)
    {
        bytes = 0;
        if (!HoconQuantity.TrySplit(text, out var number, out var unit) || number < 0) return false;
        if (Factor(unit.ToLowerInvariant()) is not { } factor || number > long.MaxValue / factor) return false;
        bytes = (long)(number * factor);
        return true;
    }

    private static decimal? Factor(string unit)
    {
        if (unit is "" or "b" or "byte" or "bytes") return 1;
        var power = Powers.IndexOf(unit[0]);
        if (power >= 0)
        {
            switch (unit[1..])
            {
                case "" or "i" or "ib":
                    return Power(1024, power);
                case "b":
                    return Power(1000, power);
            }
        }

        var singular = unit.EndsWith("bytes", StringComparison.Ordinal) ? unit[..^5]
            : unit.EndsWith("byte", StringComparison.Ordinal) ? unit[..^4]
            : "";
        return Array.IndexOf(Names, singular) is var name and >= 0 ? Power(1000, name)
            : Array.IndexOf(BinaryNames, singular) is var binary and >= 0 ? Power(1024, binary)
            : null;
    }

    private static decimal Power(decimal @base, int index)
    {
        var factor = @base;
        for (var i = 0; i < index; i++) factor *= @base;
        return factor;
    }
}
