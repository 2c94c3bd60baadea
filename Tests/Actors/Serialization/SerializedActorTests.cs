using Akka.Actor;
using Sim.Actors.Devices;
using Sim.Hardware.Engines;
using Sim.Hardware.Sessions;
using Xunit;

namespace Sim.Tests.Actors.Serialization;

/// <summary>What sessions do, they do when every message is written and read on its way, too.</summary>
public sealed class SerializedCryptoSessionTests() : CryptoSessionTests(SerializedMessages.Strict);

/// <summary>What a device does, it does when every message is written and read on its way, too.</summary>
public sealed class SerializedDeviceTests() : DeviceTests(SerializedMessages.Strict)
{
    private sealed record Unlisted(int Number);

    [Fact]
    public void A_listed_message_arrives_as_a_copy_one_that_stays_in_the_process_as_it_is_and_any_other_not_at_all()
    {
        var listed = new Device.CreateSession(new SessionLimits(1, 2) { Priority = SessionPriority.Focus });
        var marker = new KeyMarker(1, 2, Key: null);
        TestActor.Tell(new Unlisted(1));
        TestActor.Tell(listed);
        TestActor.Tell(marker);

        var arrived = ExpectMsg<Device.CreateSession>();
        Assert.NotSame(listed, arrived);
        Assert.Equal(listed, arrived);
        Assert.Same(marker, ExpectMsg<KeyMarker>());
    }
}

/// <summary>What engines do, they do when every message is written and read on its way, too.</summary>
public sealed class SerializedEngineTests() : EngineTests(SerializedMessages.Strict);

/// <summary>Engines that go wrong do the same when every message is written and read on its way.</summary>
public sealed class SerializedEngineFaultTests() : EngineFaultTests(SerializedMessages.Strict);
