using Akka.Actor;
using Akka.Configuration;
using Sim.Actors;
using Sim.Actors.Hosting;
using Sim.Benchmarks.Ratios;

namespace Sim.Benchmarks.Pool;

/// <summary>The whole way: client, session, engines and back, all of them actors. Nobody listens, so nothing is traced.</summary>
internal sealed class ActorPool : IContender
{
    private const ulong Seed = 1;

    private readonly SimHost _host;
    private readonly IActorRef _client;

    public ActorPool(PoolLoad load)
    {
        var config = ConfigurationFactory.ParseString($"sim.device.engines = {load.Engines}");
        _host = SimHost.Start(
            config, SimSettings.Create(config, Seed).Device, new PolicyMachines(load.Policy), listeners: []);
        _client = _host.System.ActorOf(PoolClient.Props(load, _host.Device), "client");
        Await<PoolClient.Opened>(PoolClient.Open.Instance);
    }

    /// <summary>Key refreshes so far.</summary>
    public long Refreshes { get; private set; }

    public void Run(long operations) => Refreshes += Await<PoolClient.Ran>(new PoolClient.Run(operations)).Refreshes;

    public void Dispose() => _host.DisposeAsync().AsTask().GetAwaiter().GetResult();

    private T Await<T>(object message) => _client.Ask<T>(message).GetAwaiter().GetResult();
}
