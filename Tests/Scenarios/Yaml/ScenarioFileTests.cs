using Sim.Hardware.Crypto;
using Sim.Hardware.Sessions;
using Sim.Scenarios.Model;
using Sim.Scenarios.Yaml;
using Xunit;

namespace Sim.Tests.Scenarios.Yaml;

public sealed class ScenarioFileTests
{
    [Fact]
    public void What_is_left_out_has_the_defaults_of_the_model()
    {
        var expected = new Scenario
        {
            Name = "minimal",
            Summary = "One session",
            Sessions = [new SessionSpec { Name = "movie", Jobs = new JobSpec { Count = 10 } }],
        };

        Assert.Equal(expected, Texts.Parse(Texts.Minimal));
    }

    [Fact]
    public void Every_key_is_read()
    {
        var expected = new Scenario
        {
            Name = "full",
            Summary = "Everything at once",
            Policies = ["slots", "drain"],
            Modes = ["virtual"],
            Device = new DeviceSpec
            {
                Profile = "full",
                Engines = 5,
                KeySlots = 17,
                Policy = "drain",
                Jobs = 8192,
                Watchdog = TimeSpan.FromMilliseconds(50),
                EngineRestarts = 3,
                Resets = 4,
                HardwareDepth = 3,
                UnfitEngines = 1,
            },
            Sessions =
            [
                new SessionSpec
                {
                    Name = "movie",
                    Count = 16,
                    Window = 31,
                    RatePerSecond = 60,
                    Jobs = new JobSpec
                    {
                        Count = 1000,
                        SizeMin = 16 * ByteSize.KiB,
                        SizeMax = 256 * ByteSize.KiB,
                        ContentKey = false,
                        Engine = 0,
                        Pattern = new EncryptedBlockInfo(16, 144, 32),
                    },
                    Refresh = new RefreshSpec { EveryJobs = 25, Starts = 2, Finishes = 3, Chain = 4 },
                    Reopen = true,
                    Priority = SessionPriority.Focus,
                    Limits = new SessionLimits(128, 31),
                },
                new SessionSpec
                {
                    Name = "radio",
                    Jobs = new JobSpec { For = TimeSpan.FromMinutes(2), Parts = 4 },
                    Refresh = new RefreshSpec { EveryTime = TimeSpan.FromMilliseconds(10) },
                },
                new SessionSpec
                {
                    Name = "told",
                    Jobs = new JobSpec { SizeMin = 64, SizeMax = 64 },
                    Script = new ScriptSpec
                    {
                        Commands =
                        [
                            new ScriptCommand(ScriptAction.Job, 4),
                            new ScriptCommand(ScriptAction.Start),
                            new ScriptCommand(ScriptAction.Finish),
                            new ScriptCommand(ScriptAction.Finish),
                            new ScriptCommand(ScriptAction.Job),
                            new ScriptCommand(ScriptAction.LoseKey),
                            new ScriptCommand(ScriptAction.Close),
                            new ScriptCommand(ScriptAction.Reopen),
                            new ScriptCommand(ScriptAction.Teardown),
                            new ScriptCommand(ScriptAction.Suspend),
                            new ScriptCommand(ScriptAction.Resume),
                            new ScriptCommand(ScriptAction.Present),
                        ],
                    },
                    Negotiated = true,
                },
            ],
            Faults =
            [
                new FaultSpec { Action = FaultAction.Hang, Duration = TimeSpan.FromMilliseconds(100), Engine = 2, At = TimeSpan.FromMilliseconds(5) },
                new FaultSpec { Action = FaultAction.Hang, Duration = TimeSpan.MaxValue, Engine = 2, At = TimeSpan.Zero, Times = 2 },
                new FaultSpec { Action = FaultAction.Crash, Engine = 0, Job = 10, Times = 3 },
                new FaultSpec { Action = FaultAction.Slow, Duration = TimeSpan.FromMicroseconds(500), Engine = 1 },
                new FaultSpec { Action = FaultAction.Crash, Engine = 3, Chance = 1.0 / 500, Times = 5 },
                new FaultSpec { Action = FaultAction.Slow, Duration = TimeSpan.FromMicroseconds(1500), Engine = 3, Chance = 0.002, Times = 5 },
                new FaultSpec { Action = FaultAction.Close, Session = "movie", Job = 100 },
                new FaultSpec { Action = FaultAction.LoseKey, Session = "movie", Start = 2 },
                new FaultSpec { Action = FaultAction.Close, Session = "radio", Finish = 7 },
                new FaultSpec { Action = FaultAction.Wedge, Engine = 0, Job = 11 },
                new FaultSpec { Action = FaultAction.Teardown, Device = true, At = TimeSpan.FromSeconds(1) },
                new FaultSpec { Action = FaultAction.LoseContent, Device = true, At = TimeSpan.FromSeconds(2) },
                new FaultSpec { Action = FaultAction.Suspend, Device = true, At = TimeSpan.FromSeconds(3), Duration = TimeSpan.FromSeconds(1) },
            ],
            Explore = new ExploreSpec { Crashes = 1, Hangs = 2, KeyLosses = 3, Closes = 4, Teardowns = 5, Suspends = 6, JobSize = 64 },
            Expect = new Expectations
            {
                Sometimes = ["OldAndNewInFlight"],
                Off = ["PlaintextMatches", "BarrierOpens"],
                Metrics =
                [
                    new MetricBound("stall.p99", Comparison.Less, 0.002),
                    new MetricBound("completed", Comparison.Equal, 16000),
                    new MetricBound("throughput", Comparison.AtLeast, 1.5e6),
                ],
            },
        };

        Assert.Equal(expected, Texts.Parse(Texts.Full));
    }

    [Fact]
    public void Device_of_a_scenario_without_the_default_policy_has_its_first_policy()
    {
        var scenario = Texts.Parse(Texts.Minimal + "\npolicies: [drain]");

        Assert.Equal("drain", scenario.Device.Policy);
    }

    [Fact]
    public void File_with_a_byte_order_mark_is_read()
    {
        using var directory = new TemporaryDirectory();
        var path = directory.Save([0xEF, 0xBB, 0xBF, .. System.Text.Encoding.UTF8.GetBytes(Texts.Minimal)], "mark.yaml");

        Assert.Equal(Texts.Parse(Texts.Minimal), ScenarioFile.Load(path, []));
    }

    [Fact]
    public void File_that_is_not_there_is_named()
    {
        var refused = Assert.Throws<ScenarioException>(() => ScenarioFile.Load("no/such.yaml", []));

        Assert.Equal("no/such.yaml: there is no such file", refused.Message);
    }

    [Fact]
    public void Directory_is_no_file()
    {
        using var directory = new TemporaryDirectory();

        var refused = Assert.Throws<ScenarioException>(() => ScenarioFile.Load(directory.Root, []));

        Assert.StartsWith($"{directory.Root}: cannot be read: ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void File_that_is_not_utf8_is_refused()
    {
        using var directory = new TemporaryDirectory();
        var path = directory.Save([0x73, 0xFF, 0xFE], "latin.yaml");

        Assert.Equal($"{path}: is not UTF-8 text", Assert.Throws<ScenarioException>(() => ScenarioFile.Load(path, [])).Message);
    }

    [Fact]
    public void File_that_is_too_large_is_refused_before_it_is_parsed()
    {
        using var directory = new TemporaryDirectory();
        var path = directory.Save(new byte[ScenarioFile.MaxBytes + 1], "large.yaml");

        Assert.Equal($"{path}: is larger than 1 MiB", Assert.Throws<ScenarioException>(() => ScenarioFile.Load(path, [])).Message);
        Assert.Throws<ScenarioException>(() => Texts.Parse(new string('#', ScenarioFile.MaxBytes + 1)));
    }
}
