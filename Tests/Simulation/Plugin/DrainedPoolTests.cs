using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Xunit;

namespace Sim.Tests.Simulation.Plugin;

public sealed class DrainedPoolTests
{
    [Fact]
    public async Task Asks_that_are_piped_are_controlled_when_the_pools_one_thread_is_drained()
    {
        using var folder = new TemporaryDirectory();
        var assembly = typeof(DrainedAsks).Assembly.Location;
        var config = JsonNode.Parse(File.ReadAllText(Path.ChangeExtension(assembly, ".runtimeconfig.json")))!;
        var properties = config["runtimeOptions"]!["configProperties"] ??= new JsonObject();
        properties["System.Threading.ThreadPool.MinThreads"] = 1;
        properties["System.Threading.ThreadPool.MaxThreads"] = 1;
        File.WriteAllText(folder["one.runtimeconfig.json"], config.ToJsonString());
        var start = new ProcessStartInfo(
            Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"),
            ["exec", "--runtimeconfig", folder["one.runtimeconfig.json"], "--depsfile", Path.ChangeExtension(assembly, ".deps.json"), assembly])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_STARTUP_HOOKS"] = assembly;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();

        Assert.Equal("6 orders, True, 10 replayed, True", (await process.StandardOutput.ReadToEndAsync()).Trim());
        Assert.Equal("", await errors);
    }
}
