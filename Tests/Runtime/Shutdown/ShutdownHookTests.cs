using System.Runtime.CompilerServices;
using Akka.Actor;
using Akka.Configuration;
using Xunit;

namespace Sim.Tests.Runtime.Shutdown;

/// <summary>What the stand-in promises beyond the packages.</summary>
public sealed class ShutdownHookTests
{
    private const string Quiet = "akka.loglevel = OFF\n";

    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_system_that_has_ended_is_not_kept_by_the_end_of_the_process()
    {
        var gone = await EndedSystem();
        for (var i = 0; i < 100 && gone.IsAlive; i++)
        {
            await Task.Yield();
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(gone.IsAlive);
    }

    [Fact]
    public async Task A_system_that_nobody_asks_has_no_shutdown()
    {
        var system = ActorSystem.Create("plain", Quiet);
        await system.Terminate().WaitAsync(Wait);
        Assert.False(system.HasExtension<CoordinatedShutdown>());
    }

    [Fact]
    public async Task Who_asks_after_the_end_gets_a_shutdown_that_runs()
    {
        var system = ActorSystem.Create("late", Quiet);
        await system.Terminate().WaitAsync(Wait);
        await CoordinatedShutdown.Get(system).Run(CoordinatedShutdown.UnknownReason.Instance).WaitAsync(Wait);
    }

    [Theory]
    [InlineData("terminate-actor-system = off")]
    [InlineData("exit-clr = on")]
    [InlineData("phases.service-unbind.depends-on = [actor-system-terminate]")]
    [InlineData("phases.service-unbind.timeout = infinite")]
    public async Task A_configuration_that_cannot_work_is_refused(string setting)
    {
        var system = ActorSystem.Create("bad", $"{Quiet}akka.coordinated-shutdown.{setting}");
        Assert.Throws<ConfigurationException>(() => CoordinatedShutdown.Get(system));
        await system.Terminate().WaitAsync(Wait);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> EndedSystem()
    {
        var system = ActorSystem.Create("gone", Quiet);
        _ = CoordinatedShutdown.Get(system);
        await system.Terminate().WaitAsync(Wait);
        return new WeakReference(system);
    }
}
