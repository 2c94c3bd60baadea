using BenchmarkDotNet.Running;
using Sim.Benchmarks.Rates;
using Sim.Benchmarks.Ratios;

if (args is [RatiosCommand.Verb, .. var suites])
    return RatiosCommand.Run(suites);
if (args is [RatesCommand.Verb, .. var rates])
    return RatesCommand.Run(rates);
BenchmarkSwitcher.FromAssembly(typeof(RatiosCommand).Assembly).Run(args);
return 0;
