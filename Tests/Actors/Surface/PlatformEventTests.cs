using Akka.Event;
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
    [Fact]
    public void What_the_platform_tells_waits_behind_an_unanswered_call_up_to_a_bound()
    {
        var adapter = CreateTestProbe();
        var trace = new RunTrace(() => TimeSpan.Zero, []);
        var device = Sys.ActorOf(VideoDevice.Props(adapter, new VideoDeviceSettings(DeviceProfiles.Full), trace));
        var args = new CreateCryptoSessionArgs(CryptoTypes.Aes128Ctr, DecodeProfiles.H264VldNoFgt, KeyExchangeTypes.RsaesOaep);
        device.Tell(new VideoDevice.CreateCryptoSession(args), TestActor);
        adapter.ExpectMsg<Device.CreateSession>();
        Sys.EventStream.Subscribe(TestActor, typeof(UnhandledMessage));

        for (var i = 0; i < VideoDevice.MaxWaitingEvents; i++)
            device.Tell(VideoDevice.Suspend.Instance, TestActor);
        device.Tell(new VideoDevice.Teardown(Preemptive: false, ContentLost: false), TestActor);

        Assert.IsType<VideoDevice.Teardown>(ExpectMsg<UnhandledMessage>().Message);
        device.Tell(new Device.SessionRefused(DdiStatus.OutOfMemory), adapter.Ref);
        Assert.Equal(DdiStatus.OutOfMemory, ExpectMsg<VideoDevice.Answer<DriverHandle>>().Status);
    }
}
