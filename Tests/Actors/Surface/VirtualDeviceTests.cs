using Akka.Actor;
using Sim.Actors;
using Sim.Actors.Surface;
using Sim.Actors.Tracing;
using Sim.Hardware.Choices;
using Sim.Hardware.Ddi;
using Sim.Hardware.Engines;
using Sim.Hardware.KeyExchange;
using Sim.Hardware.Profiles;
using Sim.Hardware.Resources;
using Sim.Hardware.Sessions;
using Sim.Hardware.Surface;
using Xunit;
using static Sim.Tests.Actors.Surface.SurfaceClient;

namespace Sim.Tests.Actors.Surface;

/// <summary>What waits for what.</summary>
public sealed class VirtualDeviceTests : VirtualDeviceTest
{
    [Fact]
    public void A_map_waits_for_the_work_unless_told_not_to()
    {
        Start();
        var client = Open();
        var (output, staging) = (Done(client.DecryptAsync(Clear, iv: 1)), Done(client.CreateAsync(Staging)));
        Done(Device.GetEncryptionBltKeyAsync(client.Session, new byte[16]));
        Settle(Device.EncryptionBltAsync(client.Session, output, staging, new byte[16]));
        Driver.RunUntil(JobTime);
        Driver.Settle();

        Assert.Equal(
            DdiStatus.DxgiWasStillDrawing, Done(Device.MapAsync(staging, CpuAccess.Read, doNotWait: true)).Status);
        var map = Settle(Device.MapAsync(staging, CpuAccess.Read));
        Assert.False(map.IsCompleted);
        Driver.RunUntil(2 * JobTime);

        Assert.Equal(DdiStatus.Ok, Done(map).Status);
    }

    [Fact]
    public void Work_on_one_surface_is_done_in_order_whatever_engines_there_are()
    {
        Start();
        var client = Open();
        var (first, second) = (Done(client.CreateAsync(Staging)), Done(client.CreateAsync(Staging)));
        var output = Done(client.CreateAsync(Protected));
        Done(client.WriteAsync(first, client.Encrypt(Bytes(1, SurfaceBytes), 1)));
        Done(client.WriteAsync(second, client.Encrypt(Clear, 2)));

        Settle(Device.DecryptionBltAsync(client.Session, first, output, null, default, Iv(1)));
        var behind = Settle(Device.DecryptionBltAsync(client.Session, second, output, null, default, Iv(2)));
        Assert.False(behind.IsCompleted);
        Driver.RunUntil(JobTime);
        Assert.True(behind.IsCompleted);
        var read = Settle(client.ReadBackAsync(output));
        Driver.RunUntil(4 * JobTime);

        Assert.Equal(Clear, Done(read));
    }

    [Fact]
    public void A_finish_does_not_wait_for_work_and_the_work_keeps_its_key()
    {
        Start();
        var client = Open();
        var output = Done(client.DecryptAsync(Clear, iv: 1));

        Done(client.RefreshAsync());
        Assert.Equal(TimeSpan.Zero, Now);
        var read = Settle(client.ReadBackAsync(output));
        Driver.RunUntil(4 * JobTime);

        Assert.Equal(Clear, Done(read));
    }

    // The watchdog is the timeout detection: two seconds.
    [Theory]
    [InlineData(ResetOfOwnDevice.DeviceDies)]
    [InlineData(ResetOfOwnDevice.WorkDies)]
    public void Work_that_hangs_is_reset_and_itsDevice_dies_unless_chosen_otherwise(ResetOfOwnDevice choice)
    {
        Start(new(DeviceProfiles.Full) { Choices = new() { ResetOfOwnDevice = choice } });
        var client = Open();
        var output = Done(client.DecryptAsync(Clear, iv: 1));
        Driver.RunUntil(JobTime);
        Hang();
        var staging = Done(client.CreateAsync(Staging));
        Done(Device.GetEncryptionBltKeyAsync(client.Session, new byte[16]));
        Settle(Device.EncryptionBltAsync(client.Session, output, staging, new byte[16]));
        var map = Settle(Device.MapAsync(staging, CpuAccess.Read));

        Driver.RunUntil(TimeSpan.FromSeconds(1.9));
        Assert.False(map.IsCompleted);
        Driver.RunUntil(TimeSpan.FromSeconds(2.1));

        var (status, bytes) = Done(map);
        if (choice == ResetOfOwnDevice.WorkDies)
        {
            Assert.Equal(DdiStatus.Ok, status);
            Assert.True(AbortedSurface.IsPoison(bytes.Span));
        }
        else
        {
            Assert.Equal(DdiStatus.DxgiDeviceRemoved, status);
            Assert.Equal(DdiStatus.DxgiDeviceHung, Done(Device.GetDeviceRemovedReasonAsync()));
        }
    }

    [Fact]
    public void A_packet_takes_its_time_with_the_hardware_and_calls_behind_it_wait()
    {
        Start(new(DeviceProfiles.Full)
        {
            Drm = new EchoDrm(TimeSpan.FromMilliseconds(2), TimeSpan.FromMilliseconds(3)),
        });
        var session = Done(Device.CreateCryptoSessionAsync(Messages)).Value!;
        var packet = Packet(Bytes(1));
        var exchange = Settle(Device.NegotiateCryptoSessionKeyExchangeAsync(session, packet));
        var behind = Settle(Device.CheckCryptoSessionStatusAsync(session));

        Driver.RunUntil(TimeSpan.FromMilliseconds(4.9));
        Assert.False(exchange.IsCompleted);
        Assert.False(behind.IsCompleted);
        Driver.RunUntil(TimeSpan.FromMilliseconds(5));

        Assert.Equal(new(DdiStatus.Ok, DdiStatus.Ok), Done(exchange));
        Assert.Equal(new(DdiStatus.Ok, CryptoSessionStatus.Ok), Done(behind));
        var head = HwProtectionOutput.Read(packet.Output.Span);
        Assert.Equal((TimeSpan.FromMilliseconds(2), TimeSpan.FromMilliseconds(3)), (head.TransportTime, head.ExecutionTime));
    }

    [Fact]
    public void A_teardown_does_not_wait_for_a_packet_and_the_DRM_says_what_became_of_it()
    {
        Start();
        var session = Done(Device.CreateCryptoSessionAsync(Messages)).Value!;
        var exchange = Settle(Device.NegotiateCryptoSessionKeyExchangeAsync(session, Packet(Bytes(1))));

        Device.Actor.Tell(new VideoDevice.Teardown(Preemptive: false, ContentLost: false));
        Driver.RunUntil(TimeSpan.FromSeconds(1));

        Assert.Equal(new(DdiStatus.Ok, DdiStatus.TeeInvalidHwDrmState), Done(exchange));
        Assert.Equal(CryptoSessionStatus.KeyLost, Done(Device.CheckCryptoSessionStatusAsync(session)).Value);
    }

    [Fact]
    public void What_a_caller_writes_into_the_memory_of_a_packet_meanwhile_does_no_harm()
    {
        Start();
        var session = Done(Device.CreateCryptoSessionAsync(Messages)).Value!;
        var packet = Packet(Bytes(1));
        var exchange = Settle(Device.NegotiateCryptoSessionKeyExchangeAsync(session, packet));

        packet.Output.Span.Fill(0xff);
        Driver.RunUntil(TimeSpan.FromSeconds(1));

        Assert.Equal(new(DdiStatus.Ok, DdiStatus.Ok), Done(exchange));
        Assert.Equal(16u, HwProtectionOutput.Read(packet.Output.Span).HwProtectionDataSize);
    }

    [Fact]
    public void More_calls_than_may_wait_are_refused_and_void_ones_are_told_in_the_trace()
    {
        Start(new(DeviceProfiles.Full) { WaitingCalls = 2 });
        var client = Open();
        var output = Done(client.DecryptAsync(Clear, iv: 1));
        var blocked = Settle(Device.CopyResourceAsync(Done(client.CreateAsync(Protected)), output));
        var second = Settle(Device.GetDeviceRemovedReasonAsync());

        Assert.Equal(DdiStatus.OutOfMemory, Done(Device.CreateCryptoSessionAsync(Rsa)).Status);
        Assert.Equal(DdiStatus.InvalidArg, Done(Device.GetEncryptionBltKeyAsync(client.Session, new byte[16])));
        Done(Device.FinishSessionKeyRefreshAsync(client.Session));
        Assert.Equal([SurfaceRule.Limit, SurfaceRule.Limit, SurfaceRule.Limit], Broken);
        Assert.False(blocked.IsCompleted || second.IsCompleted);

        Driver.RunUntil(JobTime);
        Assert.Equal(DdiStatus.Ok, Done(second));
    }

    [Fact]
    public void Blits_wait_for_room_in_their_session_and_too_many_buffers_are_refused()
    {
        Start(new(DeviceProfiles.Full) { Session = new(Jobs: 2, PendingRefreshes: 1) });
        var client = Open();
        Done(client.DecryptAsync(Clear, iv: 1));
        Done(client.DecryptAsync(Clear, iv: 2));
        var third = Settle(client.DecryptAsync(Clear, iv: 3));
        Assert.False(third.IsCompleted);
        Driver.RunUntil(2 * JobTime);
        var read = Settle(client.ReadBackAsync(Done(third)));
        Driver.RunUntil(5 * JobTime);
        Assert.Equal(Clear, Done(read));

        var decoder = Done(client.BindDecoderAsync());
        Done(Device.DecoderBeginFrameAsync(decoder, Done(client.CreateAsync(Protected)), new byte[16]));
        Assert.Equal(DdiStatus.OutOfMemory, Done(Device.SubmitDecoderBuffersAsync(
            decoder, FrameBuffers(SurfaceBytes, Iv(9)), FrameData(Clear))));
    }

    // Two refreshes are under way while nothing has drained; room for one is all there is.
    [Fact]
    public void A_start_without_room_for_its_finish_hands_out_zeros()
    {
        Start(new(DeviceProfiles.Full) { Session = new(Jobs: 8, PendingRefreshes: 1) }, "drain");
        var client = Open();
        Done(client.DecryptAsync(Clear, iv: 1));
        Done(client.RefreshAsync());
        var random = Bytes(7);

        Done(Device.StartSessionKeyRefreshAsync(client.Session, random));

        Assert.Equal(new byte[16], random);
        Assert.Contains(Recorded.Events, one => one is CallMisused { Rule: Misuse.RefreshLimit });
    }

    [Fact]
    public void A_session_whose_actor_fails_has_lost_its_key_and_its_caller_is_answered()
    {
        Start(machines: new BrokenRefresh());
        var client = Open();
        var random = Bytes(7);

        Done(Device.StartSessionKeyRefreshAsync(client.Session, random));

        Assert.Equal(new byte[16], random);
        Assert.Equal(CryptoSessionStatus.KeyLost, Done(Device.CheckCryptoSessionStatusAsync(client.Session)).Value);
        Done(client.Session.ReleaseAsync());
        Done(Device.DisposeAsync().AsTask());
    }

    [Fact]
    public void ADriver_that_fails_is_aDevice_that_is_removed()
    {
        Start(new(DeviceProfiles.Full) { Drm = new BrokenDrm() });
        var session = Done(Device.CreateCryptoSessionAsync(Messages)).Value!;
        var failing = Device.NegotiateCryptoSessionKeyExchangeAsync(session, Packet(Bytes(1)));
        var behind = Device.GetDataForNewHardwareKeyAsync(session, 32);

        Assert.Equal(DdiStatus.DxgiDeviceRemoved, Done(failing).Status);
        Assert.Equal(DdiStatus.DxgiDeviceRemoved, Done(behind).Status);
        Assert.Equal(DdiStatus.DxgiDriverInternalError, Done(Device.GetDeviceRemovedReasonAsync()));
        Done(Device.DisposeAsync().AsTask());
    }

    [Fact]
    public void ADevice_that_is_given_up_answers_what_waits_and_ends_its_work()
    {
        Start();
        var client = Open();
        var output = Done(client.DecryptAsync(Clear, iv: 1));
        var waiting = Settle(Device.CopyResourceAsync(Done(client.CreateAsync(Protected)), output));

        var gone = Settle(Device.DisposeAsync().AsTask());
        Driver.RunUntil(TimeSpan.FromSeconds(1));

        Done(gone);
        Assert.True(waiting.IsCompleted);
        Properties.End();
        Assert.Empty(Properties.Violations);
    }

    [Fact]
    public void A_session_is_created_anew_in_the_room_of_one_that_is_still_ending()
    {
        Start(new(DeviceProfiles.Full) { Session = new(Jobs: 40, PendingRefreshes: 1) });
        var client = Open();
        Done(client.DecryptAsync(Clear, iv: 1));
        Done(client.Session.ReleaseAsync());

        Assert.Equal(DdiStatus.OutOfMemory, Done(Device.CreateCryptoSessionAsync(Rsa)).Status);
        Driver.RunUntil(JobTime);
        Assert.Equal(DdiStatus.Ok, Done(Device.CreateCryptoSessionAsync(Rsa)).Status);
    }

    private sealed class BrokenRefresh : IDeviceMachines
    {
        private readonly PolicyMachines _right = new("slots");

        public string Policy => _right.Policy;

        public ISessionMachine Session(int session, SessionLimits limits, int engines) =>
            new Broken(_right.Session(session, limits, engines));

        public IEngineMachine Engine(int engine) => _right.Engine(engine);

        private sealed class Broken(ISessionMachine inner) : ISessionMachine
        {
            public void Step(SessionEvent happened, ICollection<SessionEffect> effects)
            {
                if (happened is StartSessionKeyRefresh)
                    throw new InvalidOperationException("This session cannot start a refresh.");
                inner.Step(happened, effects);
            }
        }
    }

    private sealed class BrokenDrm : IDrmHardware
    {
        public DrmAnswer Answer(uint functionId, ReadOnlySpan<byte> packet) => throw new InvalidOperationException();
    }
}
