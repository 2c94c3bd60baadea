using System.Security.Cryptography;
using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Xunit2;
using Sim.Actors.Devices;
using Sim.Actors.Tracing;
using Sim.Hardware.Ddi;
using Sim.Scenarios.Run;
using Xunit;

namespace Sim.Tests.Scenarios.Run;

/// <summary>The director with a probe for a device.</summary>
public sealed class ScenarioDirectorTests : TestKit
{
    private readonly TestProbe _device;

    public ScenarioDirectorTests() => _device = CreateTestProbe("device");

    [Fact]
    public void Only_so_many_clients_open_their_sessions_at_once()
    {
        Start(clients: ScenarioDirector.OpeningAtOnce + 1, patience: TimeSpan.FromMinutes(1));

        var asked = _device.ReceiveN(2 * ScenarioDirector.OpeningAtOnce).OfType<Device.CreateSession>().Count();

        Assert.Equal(ScenarioDirector.OpeningAtOnce, asked);
        _device.ExpectNoMsg(TimeSpan.FromMilliseconds(20));
    }

    [Fact]
    public void A_run_in_which_nothing_happens_is_given_up_and_names_who_has_not_ended()
    {
        Start(clients: 12, patience: TimeSpan.FromMilliseconds(50));

        var ended = ExpectMsg<ScenarioDirector.Ended>();

        Assert.Equal(12, ended.Unfinished);
        Assert.Equal(Enumerable.Range(0, ScenarioDirector.MaxNamed), ended.Named);
    }

    [Fact]
    public void A_client_that_fails_fails_the_run()
    {
        Start(clients: 1, patience: TimeSpan.FromMinutes(1));
        _device.ExpectMsg<Device.GetCertificate>();

        _device.LastSender.Tell(new Device.SessionRefused(DdiStatus.OutOfMemory));

        Assert.Equal(
            "session 0: the device refused a session: OutOfMemory",
            Assert.IsType<RunException>(ExpectMsg<Status.Failure>().Cause).Message);
    }

    [Fact]
    public void A_client_that_throws_fails_the_run()
    {
        Start(clients: 1, patience: TimeSpan.FromMinutes(1));
        _device.ExpectMsg<Device.GetCertificate>();

        // Its certificate never came, so it has nothing to wrap the key under.
        EventFilter.Exception<CryptographicException>().ExpectOne(
            () => _device.LastSender.Tell(new Device.SessionCreated(0, _device.Ref)));

        Assert.IsType<CryptographicException>(ExpectMsg<Status.Failure>().Cause);
    }

    [Fact]
    public void A_device_that_dies_fails_the_run()
    {
        Start(clients: 1, patience: TimeSpan.FromMinutes(1));

        Sys.Stop(_device.Ref);

        Assert.Contains("device", ExpectMsg<Status.Failure>().Cause.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cancelling_fails_the_run()
    {
        Start(clients: 1, patience: TimeSpan.FromMinutes(1)).Tell(ScenarioDirector.Cancel.Instance);

        Assert.IsType<OperationCanceledException>(ExpectMsg<Status.Failure>().Cause);
    }

    private IActorRef Start(int clients, TimeSpan patience)
    {
        var group = new LoadGroup(Loads.Sessions(clients, 1), [], first: 0);
        var run = new LoadRun(
            _device.Ref,
            new RunTrace(() => TimeSpan.Zero, []),
            new LoadStock(new JobContent(1, 1024), new JobBuffers(1 << 20), clients, seed: 1, default));
        var director = Sys.ActorOf(ScenarioDirector.Props(
            new ScenarioDirector.Setup(run, [group], new ScenarioDirector.Watch(new RunProgress(), patience, (_, _) => { }))));
        director.Tell(ScenarioDirector.Run.Instance);
        return director;
    }
}
