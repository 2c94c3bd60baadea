using Sim.Scenarios.Yaml.Values;
using Xunit;

namespace Sim.Tests.Scenarios.Yaml;

public sealed class QuantityTests
{
    [Theory]
    [InlineData("1us", 10)]
    [InlineData("0.1us", 1)]
    [InlineData("50ms", 500_000)]
    [InlineData("50 ms", 500_000)]
    [InlineData("1.5s", 15_000_000)]
    [InlineData("2min", 1_200_000_000)]
    [InlineData("1h", 36_000_000_000)]
    [InlineData("0.25h", 9_000_000_000)]
    [InlineData("0s", 0)]
    public void Time_is_read_in_its_unit(string text, long ticks) => Assert.Equal(new TimeSpan(ticks), Duration.Read(text).Value);

    [Theory]
    [InlineData(1, "0.1us")]
    [InlineData(10, "1us")]
    [InlineData(15, "1.5us")]
    [InlineData(15_000, "1500us")]
    [InlineData(10_000, "1ms")]
    [InlineData(15_000_000, "1500ms")]
    [InlineData(20_000_000, "2s")]
    [InlineData(900_000_000, "90s")]
    [InlineData(1_200_000_000, "2min")]
    [InlineData(36_000_000_000, "1h")]
    [InlineData(0, "0s")]
    [InlineData(long.MaxValue, "forever")]
    public void Time_is_written_in_the_largest_unit_without_a_fraction(long ticks, string text) =>
        Assert.Equal(text, Duration.Write(new TimeSpan(ticks)));

    [Theory]
    [InlineData("1B", 1)]
    [InlineData("1KB", 1000)]
    [InlineData("1KiB", 1024)]
    [InlineData("1.5 MiB", 1_572_864)]
    [InlineData("2MB", 2_000_000)]
    [InlineData("1GB", 1_000_000_000)]
    [InlineData("1GiB", 1_073_741_824)]
    public void Size_is_read_in_its_unit(string text, long bytes) => Assert.Equal(new SizeRange(bytes, bytes), SizeRange.Read(text).Value);

    [Theory]
    [InlineData("16KiB..256KiB", 16384, 262144)]
    [InlineData("0B .. 1MB", 0, 1_000_000)]
    public void Range_of_sizes_is_read(string text, long min, long max) => Assert.Equal(new SizeRange(min, max), SizeRange.Read(text).Value);

    [Theory]
    [InlineData(0, 0, "0B")]
    [InlineData(1000, 1000, "1000B")]
    [InlineData(16384, 262144, "16KiB..256KiB")]
    [InlineData(1 << 20, 1 << 30, "1MiB..1GiB")]
    public void Range_of_sizes_is_written(long min, long max, string text) => Assert.Equal(text, new SizeRange(min, max).Write());

    [Theory]
    [InlineData("60/s", 60)]
    [InlineData("0.1/s", 0.1)]
    [InlineData("90/min", 1.5)]
    [InlineData("1/h", 1.0 / 3600)]
    public void Rate_is_read_per_second(string text, double perSecond) => Assert.Equal(perSecond, Rate.Read(text).Value);

    [Theory]
    [InlineData("25 jobs", 25, null)]
    [InlineData("1 job", 1, null)]
    [InlineData("10ms", null, 10.0)]
    public void Pace_is_in_jobs_or_in_time(string text, int? jobs, double? milliseconds) => Assert.Equal(
        new Pace(jobs, milliseconds is { } time ? TimeSpan.FromMilliseconds(time) : null),
        Pace.Read(text).Value);

    [Theory]
    [InlineData("1/500", 0.002)]
    [InlineData("1 / 3", 1.0 / 3)]
    [InlineData("7/7", 1)]
    public void Chance_is_a_fraction(string text, double chance) => Assert.Equal(chance, Chance.Read(text).Value);

    [Theory]
    [InlineData("")]
    [InlineData("ms")]
    [InlineData(".5ms")]
    [InlineData("5.ms")]
    [InlineData("1.2.3ms")]
    [InlineData("1e3ms")]
    [InlineData("+5ms")]
    [InlineData("5\tms")]
    [InlineData("5ms ")]
    [InlineData("5MS")]
    [InlineData("99999999999999999999ms")]
    [InlineData("1000000000h")]
    [InlineData("0.00000000000000000000000000000000000000001s")]
    public void Text_that_is_no_time_is_refused(string text) => Assert.NotNull(Duration.Read(text).Problem);

    [Theory]
    [InlineData(0.1, "0.1")]
    [InlineData(1e21, "1000000000000000000000")]
    [InlineData(1.25e-7, "0.000000125")]
    [InlineData(-2.5e-7, "-0.00000025")]
    [InlineData(123456.789, "123456.789")]
    public void Number_is_written_without_an_exponent(double value, string text) => Assert.Equal(text, PlainNumber.Write(value));
}
