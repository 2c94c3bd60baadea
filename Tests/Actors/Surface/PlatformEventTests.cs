using Akka.Actor;
using Akka.Event;
using Akka.TestKit;
using Akka.TestKit.Xunit2;
using Sim.Actors.Devices;
using Sim.Actors.Surface;
using Sim.Actors.Tracing;
using Sim.Hardware.Ddi;
using Sim.Hardware.Profiles;
using Xunit;

namespace Sim.Tests.Actors.Surface;

public sealed class PlatformEventTests : TestKit
{
    private readonly TestProbe _adapter;
    private readonly IActorRef _device;

    // A call waits for the adapter.
    public PlatformEventTests()
    {
        _adapter = CreateTestProbe();
        var trace = new RunTrace(() => TimeSpan.Zero, []);
        _device = Sys.ActorOf(VideoDevice.Props(_adapter, new VideoDeviceSettings(DeviceProfiles.Full), trace));
        _device.Tell(new VideoDevice.CreateCryptoSession(SurfaceClient.Rsa), TestActor);
        _adapter.ExpectMsg<Device.CreateSession>();
        Sys.EventStream.Subscribe(TestActor, typeof(UnhandledMessage));
    }

    [Fact]
    public void What_the_platform_tells_waits_behind_an_unanswered_call_up_to_a_bound()
    {
        for (var i = 0; i < VideoDevice.MaxWaitingEvents; i++)
            _device.Tell(VideoDevice.Suspend.Instance, TestActor);
        _device.Tell(new VideoDevice.Teardown(Preemptive: false, ContentLost: false), TestActor);

        Assert.IsType<VideoDevice.Teardown>(ExpectMsg<UnhandledMessage>().Message);
        Answer();
    }

    [Fact]
    public void One_release_waits_behind_an_unanswered_call_also_where_nothing_else_has_room_and_others_are_unhandled()
    {
        var other = CreateTestProbe();
        for (var i = 0; i < VideoDevice.MaxWaitingEvents; i++)
            _device.Tell(VideoDevice.Suspend.Instance, TestActor);
        _device.Tell(VideoDevice.Release.Instance, TestActor);
        for (var i = 0; i < 3; i++)
            _device.Tell(VideoDevice.Release.Instance, other);

        for (var i = 0; i < 3; i++)
            Assert.Equal(other.Ref, ExpectMsg<UnhandledMessage>().Sender);
        Answer();
        ExpectMsg<VideoDevice.Gone>();
        other.ExpectNoMsg(TimeSpan.Zero);
    }

    // Two sessions that are one actor cannot be watched: the driver fails over them.
    [Fact]
    public void A_release_outlives_the_failure_of_the_driver()
    {
        var session = CreateTestProbe();
        _device.Tell(new Device.SessionCreated(Session: 0, session), _adapter.Ref);
        Assert.Equal(DdiStatus.Ok, ExpectMsg<VideoDevice.Answer<DriverHandle>>().Status);
        _device.Tell(new VideoDevice.CreateCryptoSession(SurfaceClient.Rsa), TestActor);
        _adapter.ExpectMsg<Device.CreateSession>();
        _device.Tell(VideoDevice.Release.Instance, TestActor);

        _device.Tell(new Device.SessionCreated(Session: 1, session), _adapter.Ref);

        Assert.Equal(DdiStatus.DxgiDeviceRemoved, ExpectMsg<VideoDevice.Answer<DriverHandle>>().Status);
        ExpectMsg<VideoDevice.Gone>();
    }

    private void Answer()
    {
        _device.Tell(new Device.SessionRefused(DdiStatus.OutOfMemory), _adapter.Ref);
        Assert.Equal(DdiStatus.OutOfMemory, ExpectMsg<VideoDevice.Answer<DriverHandle>>().Status);
    }
}
