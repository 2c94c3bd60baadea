using System.Diagnostics;
using Akka.Actor;
using Akka.Configuration;

namespace Sim.Benchmarks.Soak;

/// <summary>The verb <c>soak</c>: the runtime under load for a time, or through many systems, with everything accounted for.</summary>
internal static class SoakCommand
{
    public const string Verb = "soak";

    private const int MessagesPerRound = 200_000;

    // After a burst of work the pool's queue keeps a segment of up to 1,048,576 items, 16 bytes each.
    private const long PoolQueue = 32L << 20;

    private const int WarmUpSystems = 1_000;
    private const string Usage = "soak: give --for TIME (for example 10m) or --systems NUMBER";

    /// <summary>Runs what the arguments say.</summary>
    /// <returns>0; 1 when something was lost or has grown; 2 when the arguments are wrong.</returns>
    public static async Task<int> Run(string[] args)
    {
        if (args is ["--systems", var number] && int.TryParse(number, out var systems) && systems > 0)
            return await RunSystems(systems);
        if (args is ["--for", var text] && TryReadTime(text, out var time))
            return await RunLoad(time);
        Console.Error.WriteLine(Usage);
        return 2;
    }

    private static async Task<int> RunSystems(int systems)
    {
        await SystemChurn.Run(WarmUpSystems);
        var before = ProcessFootprint.Measure();
        var watch = Stopwatch.StartNew();
        var answered = await SystemChurn.Run(systems);
        var took = watch.Elapsed;
        var after = ProcessFootprint.Measure();
        Console.WriteLine($"{systems:n0} systems created, asked and ended in {took.TotalSeconds:n1} s: {answered:n0} answered");
        Console.WriteLine($"before {before}; after {after}");
        return answered == systems && !after.HasGrownSince(before, systems) ? 0 : 1;
    }

    private static async Task<int> RunLoad(TimeSpan time)
    {
        var watch = Stopwatch.StartNew();
        ProcessFootprint? before = null;
        var (rounds, handled, failed, dead) = (0, 0L, 0L, 0L);
        do
        {
            var system = ActorSystem.Create("soak", ConfigurationFactory.ParseString("akka.loglevel = OFF"));
            var load = await MixedLoad.Start(system, MessagesPerRound);
            await load.Run(rounds);
            var unsettled = load.Ledger.Unsettled.Count();
            if (unsettled > 0)
            {
                Console.WriteLine($"round {rounds}: {unsettled} messages had no outcome, or more than one");
                return 1;
            }

            (rounds, handled, failed, dead) =
                (rounds + 1, handled + load.Ledger.Handled, failed + load.Ledger.Failed, dead + load.Ledger.Dead);
            before ??= ProcessFootprint.Measure();
        }
        while (watch.Elapsed < time);

        var after = ProcessFootprint.Measure();
        Console.WriteLine($"{rounds} systems ended under load in {watch.Elapsed.TotalSeconds:n1} s, {rounds * (long)MessagesPerRound:n0} messages: "
            + $"{handled:n0} handled, {failed:n0} failed, {dead:n0} dead letters, none lost, none twice");
        Console.WriteLine($"before {before}; after {after}");
        return after.HasGrownSince(before.Value, rounds, PoolQueue) ? 1 : 0;
    }

    private static bool TryReadTime(string text, out TimeSpan time)
    {
        time = TimeSpan.Zero;
        try
        {
            time = ConfigurationFactory.ParseString($"for = {text}").GetTimeSpan("for", null, allowInfinite: false);
        }
        catch (Exception e) when (e is FormatException or ConfigurationException)
        {
            return false;
        }

        return time > TimeSpan.Zero;
    }
}
