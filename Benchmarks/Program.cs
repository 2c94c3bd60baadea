using BenchmarkDotNet.Running;
using Sim.Benchmarks.Rates;
using Sim.Benchmarks.Ratios;
using Sim.Benchmarks.Soak;

if (args is [RatiosCommand.Verb, .. var suites])
    return RatiosCommand.Run(suites);
if (args is [RatesCommand.Verb, .. var rates])
    return RatesCommand.Run(rates);
if (args is [SoakCommand.Verb, .. var soak])
    return await SoakCommand.Run(soak);
BenchmarkSwitcher.FromAssembly(typeof(RatiosCommand).Assembly).Run(args);
return 0;
