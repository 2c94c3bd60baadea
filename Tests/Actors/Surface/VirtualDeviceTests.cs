using Akka.Actor;
using Sim.Actors;
using Sim.Actors.Devices;
using Sim.Actors.Engines;
using Sim.Actors.Surface;
using Sim.Actors.Tracing;
using Sim.Checkers;
using Sim.Hardware.Choices;
using Sim.Hardware.Ddi;
using Sim.Hardware.Engines;
using Sim.Hardware.KeyExchange;
using Sim.Hardware.Profiles;
using Sim.Hardware.Resources;
using Sim.Hardware.Sessions;
using Sim.Hardware.Surface;
using Sim.Tests.Runtime.Control;
using Xunit;
using static Sim.Tests.Actors.Surface.SurfaceClient;

namespace Sim.Tests.Actors.Surface;

/// <summary>What waits for what, in virtual time: a job takes a millisecond there.</summary>
public sealed class VirtualDeviceTests
{
    private static readonly TimeSpan JobTime = TimeSpan.FromMilliseconds(1);
    private static readonly byte[] Clear = Bytes(0x5a, SurfaceBytes);

    private readonly SeededDriver _driver = new();
    private readonly RecordedTrace _recorded = new();
    private readonly PropertySet _properties = new();
    private IActorRef _adapter = ActorRefs.Nobody;
    private ContentProtectionDevice _device = null!;

    private TimeSpan Now => _driver.World.Now;

    private IEnumerable<SurfaceRule> Broken => _recorded.Events.OfType<SurfaceCallMisused>().Select(one => one.Rule);

    [Fact]
    public void A_map_waits_for_the_work_unless_told_not_to()
    {
        Start();
        var client = Open();
        var (output, staging) = (Done(client.DecryptAsync(Clear, iv: 1)), Done(client.CreateAsync(Staging)));
        Done(_device.GetEncryptionBltKeyAsync(client.Session, new byte[16]));
        Settle(_device.EncryptionBltAsync(client.Session, output, staging, new byte[16]));
        _driver.RunUntil(JobTime);
        _driver.Settle();

        Assert.Equal(
            DdiStatus.DxgiWasStillDrawing, Done(_device.MapAsync(staging, CpuAccess.Read, doNotWait: true)).Status);
        var map = Settle(_device.MapAsync(staging, CpuAccess.Read));
        Assert.False(map.IsCompleted);
        _driver.RunUntil(2 * JobTime);

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

        Settle(_device.DecryptionBltAsync(client.Session, first, output, null, default, Iv(1)));
        var behind = Settle(_device.DecryptionBltAsync(client.Session, second, output, null, default, Iv(2)));
        Assert.False(behind.IsCompleted);
        _driver.RunUntil(JobTime);
        Assert.True(behind.IsCompleted);
        var read = Settle(client.ReadBackAsync(output));
        _driver.RunUntil(4 * JobTime);

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
        _driver.RunUntil(4 * JobTime);

        Assert.Equal(Clear, Done(read));
    }

    // The watchdog is the timeout detection: two seconds.
    [Theory]
    [InlineData(ResetOfOwnDevice.DeviceDies)]
    [InlineData(ResetOfOwnDevice.WorkDies)]
    public void Work_that_hangs_is_reset_and_its_device_dies_unless_chosen_otherwise(ResetOfOwnDevice choice)
    {
        Start(new(DeviceProfiles.Full) { Choices = new() { ResetOfOwnDevice = choice } });
        var client = Open();
        var output = Done(client.DecryptAsync(Clear, iv: 1));
        _driver.RunUntil(JobTime);
        Hang();
        var staging = Done(client.CreateAsync(Staging));
        Done(_device.GetEncryptionBltKeyAsync(client.Session, new byte[16]));
        Settle(_device.EncryptionBltAsync(client.Session, output, staging, new byte[16]));
        var map = Settle(_device.MapAsync(staging, CpuAccess.Read));

        _driver.RunUntil(TimeSpan.FromSeconds(1.9));
        Assert.False(map.IsCompleted);
        _driver.RunUntil(TimeSpan.FromSeconds(2.1));

        var (status, bytes) = Done(map);
        if (choice == ResetOfOwnDevice.WorkDies)
        {
            Assert.Equal(DdiStatus.Ok, status);
            Assert.True(AbortedSurface.IsPoison(bytes.Span));
        }
        else
        {
            Assert.Equal(DdiStatus.DxgiDeviceRemoved, status);
            Assert.Equal(DdiStatus.DxgiDeviceHung, Done(_device.GetDeviceRemovedReasonAsync()));
        }
    }

    [Fact]
    public void A_packet_takes_its_time_with_the_hardware_and_calls_behind_it_wait()
    {
        Start(new(DeviceProfiles.Full)
        {
            Drm = new EchoDrm(TimeSpan.FromMilliseconds(2), TimeSpan.FromMilliseconds(3)),
        });
        var session = Done(_device.CreateCryptoSessionAsync(Messages)).Value!;
        var packet = Packet(Bytes(1));
        var exchange = Settle(_device.NegotiateCryptoSessionKeyExchangeAsync(session, packet));
        var behind = Settle(_device.CheckCryptoSessionStatusAsync(session));

        _driver.RunUntil(TimeSpan.FromMilliseconds(4.9));
        Assert.False(exchange.IsCompleted);
        Assert.False(behind.IsCompleted);
        _driver.RunUntil(TimeSpan.FromMilliseconds(5));

        Assert.Equal(new(DdiStatus.Ok, DdiStatus.Ok), Done(exchange));
        Assert.Equal(new(DdiStatus.Ok, CryptoSessionStatus.Ok), Done(behind));
        var head = HwProtectionOutput.Read(packet.Output.Span);
        Assert.Equal((TimeSpan.FromMilliseconds(2), TimeSpan.FromMilliseconds(3)), (head.TransportTime, head.ExecutionTime));
    }

    [Fact]
    public void A_teardown_does_not_wait_for_a_packet_and_the_DRM_says_what_became_of_it()
    {
        Start();
        var session = Done(_device.CreateCryptoSessionAsync(Messages)).Value!;
        var exchange = Settle(_device.NegotiateCryptoSessionKeyExchangeAsync(session, Packet(Bytes(1))));

        _device.Actor.Tell(new VideoDevice.Teardown(Preemptive: false, ContentLost: false));
        _driver.RunUntil(TimeSpan.FromSeconds(1));

        Assert.Equal(new(DdiStatus.Ok, DdiStatus.TeeInvalidHwDrmState), Done(exchange));
        Assert.Equal(CryptoSessionStatus.KeyLost, Done(_device.CheckCryptoSessionStatusAsync(session)).Value);
    }

    [Fact]
    public void What_a_caller_writes_into_the_memory_of_a_packet_meanwhile_does_no_harm()
    {
        Start();
        var session = Done(_device.CreateCryptoSessionAsync(Messages)).Value!;
        var packet = Packet(Bytes(1));
        var exchange = Settle(_device.NegotiateCryptoSessionKeyExchangeAsync(session, packet));

        packet.Output.Span.Fill(0xff);
        _driver.RunUntil(TimeSpan.FromSeconds(1));

        Assert.Equal(new(DdiStatus.Ok, DdiStatus.Ok), Done(exchange));
        Assert.Equal(16u, HwProtectionOutput.Read(packet.Output.Span).HwProtectionDataSize);
    }

    [Fact]
    public void More_calls_than_may_wait_are_refused_and_void_ones_are_told_in_the_trace()
    {
        Start(new(DeviceProfiles.Full) { WaitingCalls = 2 });
        var client = Open();
        var output = Done(client.DecryptAsync(Clear, iv: 1));
        var blocked = Settle(_device.CopyResourceAsync(Done(client.CreateAsync(Protected)), output));
        var second = Settle(_device.GetDeviceRemovedReasonAsync());

        Assert.Equal(DdiStatus.OutOfMemory, Done(_device.CreateCryptoSessionAsync(Rsa)).Status);
        Assert.Equal(DdiStatus.InvalidArg, Done(_device.GetEncryptionBltKeyAsync(client.Session, new byte[16])));
        Done(_device.FinishSessionKeyRefreshAsync(client.Session));
        Assert.Equal([SurfaceRule.Limit, SurfaceRule.Limit, SurfaceRule.Limit], Broken);
        Assert.False(blocked.IsCompleted || second.IsCompleted);

        _driver.RunUntil(JobTime);
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
        _driver.RunUntil(2 * JobTime);
        var read = Settle(client.ReadBackAsync(Done(third)));
        _driver.RunUntil(5 * JobTime);
        Assert.Equal(Clear, Done(read));

        var decoder = Done(client.BindDecoderAsync());
        Done(_device.DecoderBeginFrameAsync(decoder, Done(client.CreateAsync(Protected)), new byte[16]));
        Assert.Equal(DdiStatus.OutOfMemory, Done(_device.SubmitDecoderBuffersAsync(
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

        Done(_device.StartSessionKeyRefreshAsync(client.Session, random));

        Assert.Equal(new byte[16], random);
        Assert.Contains(_recorded.Events, one => one is CallMisused { Rule: Misuse.RefreshLimit });
    }

    [Fact]
    public void A_session_whose_actor_fails_has_lost_its_key_and_its_caller_is_answered()
    {
        Start(machines: new BrokenRefresh());
        var client = Open();
        var random = Bytes(7);

        Done(_device.StartSessionKeyRefreshAsync(client.Session, random));

        Assert.Equal(new byte[16], random);
        Assert.Equal(CryptoSessionStatus.KeyLost, Done(_device.CheckCryptoSessionStatusAsync(client.Session)).Value);
        Done(client.Session.ReleaseAsync());
        Done(_device.DisposeAsync().AsTask());
    }

    [Fact]
    public void A_driver_that_fails_is_a_device_that_is_removed()
    {
        Start(new(DeviceProfiles.Full) { Drm = new BrokenDrm() });
        var session = Done(_device.CreateCryptoSessionAsync(Messages)).Value!;
        var failing = _device.NegotiateCryptoSessionKeyExchangeAsync(session, Packet(Bytes(1)));
        var behind = _device.GetDataForNewHardwareKeyAsync(session, 32);

        Assert.Equal(DdiStatus.DxgiDeviceRemoved, Done(failing).Status);
        Assert.Equal(DdiStatus.DxgiDeviceRemoved, Done(behind).Status);
        Assert.Equal(DdiStatus.DxgiDriverInternalError, Done(_device.GetDeviceRemovedReasonAsync()));
        Done(_device.DisposeAsync().AsTask());
    }

    [Fact]
    public void A_device_that_is_given_up_answers_what_waits_and_ends_its_work()
    {
        Start();
        var client = Open();
        var output = Done(client.DecryptAsync(Clear, iv: 1));
        var waiting = Settle(_device.CopyResourceAsync(Done(client.CreateAsync(Protected)), output));

        var gone = Settle(_device.DisposeAsync().AsTask());
        _driver.RunUntil(TimeSpan.FromSeconds(1));

        Done(gone);
        Assert.True(waiting.IsCompleted);
        _properties.End();
        Assert.Empty(_properties.Violations);
    }

    [Fact]
    public void A_session_is_created_anew_in_the_room_of_one_that_is_still_ending()
    {
        Start(new(DeviceProfiles.Full) { Session = new(Jobs: 40, PendingRefreshes: 1) });
        var client = Open();
        Done(client.DecryptAsync(Clear, iv: 1));
        Done(client.Session.ReleaseAsync());

        Assert.Equal(DdiStatus.OutOfMemory, Done(_device.CreateCryptoSessionAsync(Rsa)).Status);
        _driver.RunUntil(JobTime);
        Assert.Equal(DdiStatus.Ok, Done(_device.CreateCryptoSessionAsync(Rsa)).Status);
    }

    private void Start(VideoDeviceSettings? settings = null, string policy = "slots", IDeviceMachines? machines = null)
    {
        // What awaits goes on within the step that ends its wait, not wherever xunit would have it.
        SynchronizationContext.SetSynchronizationContext(null);
        var pool = new EnginePoolSettings(2, MaxRestarts: 10, TimeSpan.FromDays(1))
        {
            Spec = new EngineSpec(JobTime, CyclesPerBlock: 0, ClockHz: 1_000_000_000, TimeSpan.Zero, TimeSpan.Zero),
        };
        var trace = new RunTrace(() => Now, [_properties, _recorded], isShared: false);
        _adapter = _driver.System.ActorOf(Device.Props(
            new DeviceSettings(pool, KeySlots: 4, Jobs: 64, new SessionLimits(8, 2), Seed: 1),
            machines ?? new PolicyMachines(policy),
            trace));
        var real = settings ?? new VideoDeviceSettings(DeviceProfiles.Full);
        _device = ContentProtectionDevice.Create(_driver.System, _adapter, real, trace);
        _driver.Settle();
    }

    private SurfaceClient Open() => Done(new SurfaceClient(_device).OpenAsync());

    private void Hang()
    {
        foreach (var engine in Done(_adapter.Ask<EnginePool.Engines>(EnginePool.GetEngines.Instance)).Refs)
            engine.Tell(Engine.Hang.Instance);
        _driver.Settle();
    }

    // Handles what can be handled without time going on.
    private T Settle<T>(T task)
        where T : Task
    {
        _driver.Settle();
        return task;
    }

    private T Done<T>(Task<T> task) => SeededDriver.ResultOf(Settle(task));

    private void Done(Task task) => Assert.True(Settle(task).IsCompletedSuccessfully);

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
