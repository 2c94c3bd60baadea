using BenchmarkDotNet.Running;
using Sim.Benchmarks.Ratios;

if (args is [RatiosCommand.Verb, .. var suites])
    return RatiosCommand.Run(suites);
BenchmarkSwitcher.FromAssembly(typeof(RatiosCommand).Assembly).Run(args);
return 0;
