using Akka.Actor;
using Akka.Event;
using Sim.Actors;
using Sim.Actors.Devices;
using Sim.Actors.Engines;
using Sim.Actors.Surface;
using Sim.Actors.Tracing;
using Sim.Checkers;
using Sim.Hardware.Choices;
using Sim.Hardware.Ddi;
using Sim.Hardware.Engines;
using Sim.Hardware.Loss;
using Sim.Hardware.Profiles;
using Sim.Hardware.Sessions;
using Sim.Hardware.Surface;
using Sim.Tests.Runtime.Control;

namespace Sim.Tests.Actors.Surface.Fuzz;

/// <summary>
/// Two video devices on one adapter in a controlled world, and clients that call them at random while engines work, fail
/// and hang and the platform does what it does. Anything that must not be becomes a complaint: also a surface that holds
/// other bytes than what its calls, keys and inputs make.
/// </summary>
internal sealed partial class FuzzWorld : ITraceListener
{
    private const int MaxSteps = 1_000_000;
    private const int CallsAfterRemoval = 200;

    // What only surrounds the surface: creation of resources, copies, maps.
    private static readonly DdiStatus[] Surrounding =
    [
        DdiStatus.Ok, DdiStatus.InvalidArg, DdiStatus.OutOfMemory, DdiStatus.DxgiHwProtectionOutOfMemory,
        DdiStatus.DxgiWasStillDrawing, DdiStatus.DxgiDeviceHung, DdiStatus.DxgiDeviceReset,
        DdiStatus.DxgiDriverInternalError,
    ];

    // What else could be done where the documents are silent.
    private static readonly DdiChoices Alternatives = new()
    {
        FinishWithoutStart = FinishWithoutStart.Ignore,
        SecondStart = SecondStart.FirstStays,
        RefreshWithoutKey = RefreshWithoutKey.Forward,
        RandomNumberSize = RandomNumberSize.WritePrefix,
        MidFrameRefresh = MidFrameRefresh.WholeFrame,
        ReadBackKeyAcrossRefresh = ReadBackKeyAcrossRefresh.Drop,
        IvReuse = IvReuse.Report,
        CountOverflow = CountOverflow.Wrap,
        PartialBlock = PartialBlock.UsePrefix,
        MessageSizes = MessageSizes.Exact,
        DestroyBoundSession = DestroyBoundSession.KeepBinding,
        ResetOfOwnDevice = ResetOfOwnDevice.WorkDies,
        AbortedDestination = AbortedDestination.Zeros,
        RemovedStatus = RemovedStatus.DdiDeviceRemoved,
        SoftwareKeysAcrossSuspend = SoftwareKeysAcrossSuspend.Lose,
    };

    private readonly SeededDriver _driver;
    private readonly Random _random;
    private readonly Caller[] _callers;
    private readonly IReadOnlyList<IActorRef> _engines;
    private readonly PropertySet _properties = new();
    private readonly RunTrace _trace;
    private readonly string _name;
    private readonly bool _hasFaults;

    // Calls that wait at once: some clients look at what was answered, others run ahead.
    private readonly int _maxWaiting;
    private int _gone;

    public FuzzWorld(int seed, DeviceProfile profile, string policy)
    {
        _name = $"{profile.Name}, {policy}, seed {seed}";
        _random = new Random(seed);
        _hasFaults = seed % 2 == 1;
        _maxWaiting = seed % 4 < 2 ? 6 : 48;
        _driver = new SeededDriver(seed, "akka { loglevel = ERROR, stdout-loglevel = OFF, loggers = [] }");
        _trace = new RunTrace(() => _driver.World.Now, [_properties, this], isShared: false);
        var pool = new EnginePoolSettings(2, MaxRestarts: 1000, TimeSpan.FromDays(1))
        {
            Spec = new EngineSpec(TimeSpan.FromMicroseconds(8), 11, 1_000_000_000, TimeSpan.Zero, TimeSpan.FromMicroseconds(5)),
        };
        var adapter = _driver.System.ActorOf(Device.Props(
            new DeviceSettings(pool, KeySlots: 3, Jobs: 256, new SessionLimits(8, 2), (ulong)seed),
            new PolicyMachines(policy),
            _trace));
        var asked = adapter.Ask<EnginePool.Engines>(EnginePool.GetEngines.Instance);
        _driver.Settle();
        _engines = SeededDriver.ResultOf(asked).Refs;
        // Some sessions are so small that work waits for room.
        var limits = new SessionLimits(3 + (seed % 6), 1 + (seed % 2));
        var settings = new VideoDeviceSettings(profile)
        {
            Choices = seed % 5 == 4 ? Alternatives : DdiChoices.Default,
            Session = limits,
            Objects = 12,
            Surfaces = 24,
            SurfaceBytes = 1 << 16,
        };
        _callers = [new(this, adapter, settings), new(this, adapter, settings with { Number = 1 })];
        var ears = _driver.Start((message, _) => Complain($"logged: {message}"));
        _driver.System.EventStream.Subscribe(ears, typeof(Error));
    }

    /// <summary>What went wrong; null: nothing.</summary>
    public string? Complaint { get; private set; }

    /// <summary>Calls that were answered, by function.</summary>
    public int[] Answered { get; } = new int[SurfaceFunctions.All.Length];

    /// <summary>Calls that answered S_OK, or were void, by function.</summary>
    public int[] Succeeded { get; } = new int[SurfaceFunctions.All.Length];

    /// <summary>Jobs that completed.</summary>
    public int Completed { get; private set; }

    /// <summary>Surfaces that keys had written and that were found to hold what they must.</summary>
    public int Compared => _callers.Sum(caller => caller.Model.Compared);

    /// <summary>Those of them of which one content alone could be.</summary>
    public int ComparedExactly => _callers.Sum(caller => caller.Model.ComparedExactly);

    /// <summary>Calls, lets everything come to rest, and gives the devices up. Little more is to be seen once
    /// the device that is called most is removed.</summary>
    /// <returns>How often it called.</returns>
    public int Run(int calls)
    {
        var made = 0;
        for (var more = CallsAfterRemoval; made < calls && more > 0 && Complaint is null; made++)
        {
            more -= _callers[0].IsRemoved ? 1 : 0;
            var caller = _callers[_random.Next(5) == 0 ? 1 : 0];
            caller.Call();
            Disturb(caller);
            Go(_random.Next(6));
            for (var left = MaxSteps; caller.Waiting > _maxWaiting && Complaint is null; left--)
            {
                if (left == 0 || !Go(1))
                    Complain("calls wait and nothing goes on");
            }
        }

        Rest();
        foreach (var caller in _callers)
            caller.Release();
        Rest();
        Judge();
        return made;
    }

    public void On(TimeSpan at, TraceEvent happened)
    {
        switch (happened)
        {
            case JobCompleted:
                Completed++;
                break;
            // What the surface lets through the session takes: room and IVs are known.
            case JobRefused refused:
                Complain($"the session refused a job: {refused}");
                break;
            case JobAborted aborted:
                _callers[(int)(aborted.Job >> 40)].Model.Aborts++;
                if (aborted.Reason == AbortReason.EngineFault && !_hasFaults)
                    Complain($"an engine failed by itself: {aborted}");
                break;
        }
    }

    private void Judge()
    {
        _properties.End();
        if (_properties.FirstViolation is { } violated)
            Complain($"{violated.Property}: {violated.Detail}");
        if (_driver.World.HasIntrusions)
            Complain("something left the world's thread");
        foreach (var caller in _callers)
        {
            if (caller.Waiting > 0)
                Complain($"{caller.Waiting} calls were never answered, the first {caller.First}");
        }

        if (_gone != _callers.Length)
            Complain("a device could not be given up");
    }

    private void Disturb(Caller caller)
    {
        var device = caller.Device;
        if (_random.Next(1500) == 0)
            caller.Lose(VideoDevice.Suspend.Instance);
        if (_random.Next(1500) == 0)
            caller.Lose(new VideoDevice.Teardown(_random.Next(3) == 0, _random.Next(2) == 0));
        if (!_hasFaults)
            return;
        if (_random.Next(300) == 0)
            _engines[_random.Next(_engines.Count)].Tell(Engine.Fail.Instance);
        if (_random.Next(8000) == 0)
            _engines[_random.Next(_engines.Count)].Tell(Engine.Hang.Instance);
        if (_random.Next(8000) == 0)
            device.Tell(new VideoDevice.Reset((ResetKind)_random.Next(2), _random.Next(2) == 0));
        if (_random.Next(8000) == 0)
            device.Tell(new VideoDevice.DriverErrorTold(_random.Next(2) == 0 ? DdiStatus.OutOfMemory : DdiStatus.Fail));
    }

    private void Rest()
    {
        for (var left = MaxSteps; Go(1); left--)
        {
            if (left == 0)
            {
                Complain("the world does not come to rest");
                return;
            }
        }
    }

    // False: nothing can happen.
    private bool Go(int steps)
    {
        var world = _driver.World;
        for (; steps > 0; steps--)
        {
            var ready = world.Ready;
            var alarms = world.Alarms;
            if (ready.Length + alarms.Length == 0)
                return false;
            if (alarms.Length > 0 && (ready.Length == 0 || _random.Next(20) == 0))
                world.Fire(alarms[_random.Next(alarms.Length)]);
            else
                world.Step(ready[_random.Next(ready.Length)]);
        }

        return true;
    }

    private void Complain(string what) => Complaint ??= $"{_name}: {what}";
}
