using System.Globalization;
using Sim.Benchmarks.Runtime;

namespace Sim.Benchmarks.Rates;

/// <summary>The verb <c>rates</c>: how fast the runtime is, beside its targets.</summary>
internal static class RatesCommand
{
    public const string Verb = "rates";
    private const string IdleOption = "--idle";
    private const double BytesPerIdleActorMax = 450;

    /// <summary>Prints the table, or weighs idle actors.</summary>
    /// <param name="arguments">Words of the names wanted; or <c>--idle</c> and a number of actors.</param>
    /// <returns>0; 1 when idle actors are too heavy; 2 when the arguments make no sense.</returns>
    public static int Run(string[] arguments)
    {
        if (arguments is [IdleOption, .. var rest])
        {
            if (rest is [var number] && int.TryParse(number, CultureInfo.InvariantCulture, out var count) && count > 0)
                return Weigh(count);
            Console.Error.WriteLine($"rates: {IdleOption} needs one number, of actors, more than 0");
            return 2;
        }

        RuntimeRates.Print(Console.Out, arguments);
        return 0;
    }

    private static int Weigh(int count)
    {
        var (kept, workingSet) = IdleActors.Weigh(count);
        var limit = count * BytesPerIdleActorMax;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{count:n0} idle actors: {kept / 1e6:f1} MB kept, {(double)kept / count:f0} B each; working set {workingSet / 1e6:f1} MB; at most {limit / 1e6:f1} MB kept: {(kept < limit ? "pass" : "MISS")}"));
        return kept < limit ? 0 : 1;
    }
}
