namespace Sim.Scenarios.Yaml.Values;

/// <summary>Jobs a second: <c>60/s</c>, <c>10/min</c>.</summary>
internal static class Rate
{
    public static Reading<double> Read(string text) =>
        Quantity.Read(text, Dimension.Rate).Then(quantity => (Reading<double>)quantity.ToDouble());

    public static string Write(double perSecond) => $"{PlainNumber.Write(perSecond)}/s";
}
