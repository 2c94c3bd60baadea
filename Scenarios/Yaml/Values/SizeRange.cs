using System.Globalization;

namespace Sim.Scenarios.Yaml.Values;

/// <summary>Sizes from one to another, both inclusive: <c>16KiB..256KiB</c>, or one size alone.</summary>
/// <param name="Min">Smallest, in bytes.</param>
/// <param name="Max">Largest, in bytes.</param>
internal readonly record struct SizeRange(long Min, long Max)
{
    private const string Separator = "..";

    private static readonly (string Name, long Bytes)[] Units = [("GiB", 1L << 30), ("MiB", 1L << 20), ("KiB", 1L << 10)];

    /// <summary>Reads a range.</summary>
    public static Reading<SizeRange> Read(string text)
    {
        var at = text.IndexOf(Separator, StringComparison.Ordinal);
        return at < 0
            ? ReadOne(text).Then(size => (Reading<SizeRange>)new SizeRange(size, size))
            : ReadOne(text[..at].TrimEnd(' ')).Then(min =>
                ReadOne(text[(at + Separator.Length)..].TrimStart(' ')).Then(max => Ordered(min, max, text)));
    }

    /// <summary>Writes the range, each end in the largest unit that needs no fraction.</summary>
    public string Write() => Min == Max ? WriteSize(Min) : WriteSize(Min) + Separator + WriteSize(Max);

    private static Reading<SizeRange> Ordered(long min, long max, string text) => min <= max
        ? new SizeRange(min, max)
        : Reading<SizeRange>.Refuse($"'{text}' runs from the larger size to the smaller one");

    /// <summary>Reads one size alone, in bytes.</summary>
    public static Reading<long> ReadOne(string text) => Quantity.Read(text, Dimension.Size).Then(quantity =>
    {
        var bytes = quantity.Magnitude;
        return bytes == decimal.Truncate(bytes)
            ? (long)bytes
            : Reading<long>.Refuse($"'{text}' is not a whole number of bytes");
    });

    private static string WriteSize(long bytes)
    {
        foreach (var (name, unit) in Units)
        {
            if (bytes != 0 && bytes % unit == 0)
                return string.Create(CultureInfo.InvariantCulture, $"{bytes / unit}{name}");
        }

        return string.Create(CultureInfo.InvariantCulture, $"{bytes}B");
    }
}
