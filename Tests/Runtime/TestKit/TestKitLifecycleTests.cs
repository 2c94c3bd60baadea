using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Xunit;
using Xunit.Abstractions;

namespace Sim.Tests.Runtime.TestKit;

public sealed class TestKitLifecycleTests
{
    [Fact]
    public void A_kit_makes_a_system_of_the_given_configuration_and_name_and_ends_it()
    {
        var kit = new Akka.TestKit.Xunit2.TestKit(ConfigurationFactory.ParseString("my.key = 7"), "mine");
        var system = kit.Sys;

        Assert.Equal(("mine", 7), (system.Name, system.Settings.Config.GetInt("my.key")));
        Assert.False(system.WhenTerminated.IsCompleted);
        kit.Dispose();
        Assert.True(system.WhenTerminated.IsCompletedSuccessfully);
        kit.Dispose();
    }

    [Fact]
    public void A_kit_takes_a_setup_and_adds_its_own_defaults()
    {
        var setup = ActorSystemSetup.Create(BootstrapSetup.Create().WithConfig("my.key = 8"));
        using var kit = new Akka.TestKit.Xunit2.TestKit(setup, "setup");

        Assert.Equal(("setup", 8), (kit.Sys.Name, kit.Sys.Settings.Config.GetInt("my.key")));
        kit.EventFilter.Warning("found").ExpectOne(() => kit.Log.Log(Akka.Event.LogLevel.WarningLevel, null, "found"));
    }

    [Fact]
    public void A_kit_works_on_a_system_that_a_test_brings_and_ends_it_too()
    {
        var system = ActorSystem.Create("brought");
        using (var kit = new Akka.TestKit.Xunit2.TestKit(system))
        {
            Assert.Same(system, kit.Sys);
            kit.ActorOf<EchoActor>().Tell("x", kit.TestActor);
            kit.ExpectMsg("x");
        }

        Assert.True(system.WhenTerminated.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Thread_that_an_asynchronous_test_has_left_sends_in_nobodys_name()
    {
        var other = ActorSystem.Create("other");
        var senders = new TaskCompletionSource<IActorRef>(TaskCreationOptions.RunContinuationsAsynchronously);
        var actor = other.ActorOf(Scripted.Of((_, self) => senders.SetResult(self.Sender)));
        var goOn = new TaskCompletionSource();
        Task? test = null;
        var thread = new Thread(() =>
        {
            test = Test();
            actor.Tell("whose?");
        });
        thread.Start();
        thread.Join();

        Assert.Equal(other.DeadLetters, await senders.Task);
        goOn.SetResult();
        await test!;
        await other.Terminate();

        async Task Test()
        {
            using var left = new Akka.TestKit.Xunit2.TestKit();
            await goOn.Task;
        }
    }

    [Fact]
    public void Log_events_go_to_the_output_of_the_test()
    {
        var output = new Lines();
        using var kit = new Akka.TestKit.Xunit2.TestKit("akka.loglevel = INFO", output);

        kit.AwaitAssert(() =>
        {
            kit.Log.Log(Akka.Event.LogLevel.InfoLevel, null, "to the output");
            Assert.Contains(output.All(), line => line.Contains("to the output", StringComparison.Ordinal));
        });
    }

    [Fact]
    public void AfterAll_runs_before_the_system_ends()
    {
        var kit = new AfterKit();
        kit.Dispose();

        Assert.Equal([false], kit.EndedAtAfterAll);
    }

    [Fact]
    public void Assertions_that_do_not_throw_are_found_out()
    {
        using var kit = new Akka.TestKit.Xunit2.TestKit();
        var probe = new Akka.TestKit.TestProbe(kit.Sys, new MuteAssertions());

        Assert.Throws<InvalidOperationException>(() => probe.ExpectMsg<string>(TimeSpan.Zero));
    }

    private sealed class AfterKit : Akka.TestKit.Xunit2.TestKit
    {
        public List<bool> EndedAtAfterAll { get; } = [];

        protected override void AfterAll() => EndedAtAfterAll.Add(Sys.WhenTerminated.IsCompleted);
    }

    private sealed class Lines : ITestOutputHelper
    {
        private readonly List<string> _lines = [];

        public string[] All()
        {
            lock (_lines) return [.. _lines];
        }

        public void WriteLine(string message)
        {
            lock (_lines) _lines.Add(message);
        }

        public void WriteLine(string format, params object[] args) => WriteLine(string.Format(null, format, args));
    }

    private sealed class MuteAssertions : Akka.TestKit.ITestKitAssertions
    {
        public void Fail(string format = "", params object[] args)
        {
        }

        public void AssertTrue(bool condition, string format = "", params object[] args)
        {
        }

        public void AssertFalse(bool condition, string format = "", params object[] args)
        {
        }

        public void AssertEqual<T>(T expected, T actual, string format = "", params object[] args)
        {
        }

        public void AssertEqual<T>(T expected, T actual, Func<T, T, bool> comparer, string format = "", params object[] args)
        {
        }
    }
}
