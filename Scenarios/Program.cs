return await Sim.Scenarios.Commands.SimCommand.RunAsync(args, Console.Out, Console.Error);
