using Sim.Tests.Simulation.Plugin;

/// <summary>
/// What a process does that is started with this assembly in DOTNET_STARTUP_HOOKS, before anything else: so a test can have a
/// process of its own, with settings of the runtime that a test host cannot have. .NET looks for exactly this name.
/// </summary>
internal static class StartupHook
{
    public static void Initialize()
    {
        Console.WriteLine(DrainedAsks.Explore());
        Environment.Exit(0);
    }
}
