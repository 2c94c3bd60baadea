using System.Globalization;

namespace Sim.Scenarios.Yaml.Values;

/// <summary>From one refresh to the next: <c>25 jobs</c>, or a time. Exactly one of the two is there.</summary>
/// <param name="Jobs">Jobs.</param>
/// <param name="Time">Time.</param>
internal readonly record struct Pace(int? Jobs, TimeSpan? Time)
{
    public static Reading<Pace> Read(string text) =>
        Quantity.Read(text, Dimension.Jobs, Dimension.Time).Then(quantity => quantity.Unit.Dimension switch
        {
            Dimension.Time => Duration.FromQuantity(quantity).Then(time => (Reading<Pace>)new Pace(null, time)),
            _ when quantity.Magnitude > int.MaxValue => Reading<Pace>.Refuse($"'{text}' is too large"),
            _ => new Pace((int)quantity.Magnitude, null),
        });

    public string Write() => Jobs is { } jobs
        ? string.Create(CultureInfo.InvariantCulture, $"{jobs} jobs")
        : Duration.Write(Time!.Value);
}
