using BenchmarkDotNet.Running;
using Sim.Benchmarks.Ratios;

if (args is [RatiosCommand.Verb, .. var suites])
    return RatiosCommand.Run(suites);
if (args is [Sim.Benchmarks.Soak.SoakCommand.Verb, .. var soak]) return await Sim.Benchmarks.Soak.SoakCommand.Run(soak);
BenchmarkSwitcher.FromAssembly(typeof(RatiosCommand).Assembly).Run(args);
return 0;
