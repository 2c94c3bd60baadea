using Akka.Actor;
using Akka.Configuration;
using Akka.Configuration.Hocon;
using Akka.TestKit;
using Xunit;

namespace Sim.Tests.Runtime;

public sealed class ReferenceConfigurationTests
{
    private const string EveryRouter =
        """
        akka.actor.deployment {
          /default-router {}
          /a { router = round-robin-pool }
          /b { router = round-robin-group }
          /c { router = broadcast-pool }
          /d { router = broadcast-group }
          /e { router = smallest-mailbox-pool }
        }
        """;

    public static TheoryData<string> Keys()
    {
        var keys = new TheoryData<string>();
        Collect("akka", ConfigurationFactory.Default().GetValue("akka"), keys);
        return keys;
    }

    private static void Collect(string path, HoconValue value, TheoryData<string> keys)
    {
        if (!value.IsObject())
        {
            keys.Add(path);
            return;
        }

        foreach (var (name, child) in value.GetObject().Items) Collect($"{path}.{(name.Contains('.') ? $"\"{name}\"" : name)}", child, keys);
    }

    /// <summary>A key that nobody reads could not make a system or its test kit fail.</summary>
    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_key_is_read_and_nonsense_in_it_is_an_error(string key)
    {
        var nonsense = key == "akka.loggers" ? "[\"No.Such.Class, Nowhere\"]" : "\"No.Such.Class, Nowhere\"";
        Assert.NotNull(Record.Exception(() => ReadAll(
            (key == "akka.loglevel" ? "" : "akka.loglevel = ERROR\n") + $"{key} = {nonsense}\n")));
    }

    [Fact]
    public void Every_default_makes_sense() => ReadAll("akka.loglevel = ERROR\n");

    [Fact]
    public void The_defaults_start_a_system()
    {
        using var system = ActorSystem.Create("defaults", ConfigurationFactory.Default());
        Assert.Equal("INFO", system.Settings.LogLevel);
        Assert.Equal(100, system.Dispatchers.DefaultGlobalDispatcher.Throughput);
    }

    private static void ReadAll(string text)
    {
        var config = ConfigurationFactory.ParseString(text + EveryRouter);
        using var system = ActorSystem.Create("nonsense", config);
        system.ActorOf(Scripted.Of((_, _) => { }));
        _ = system.Scheduler.Now;
        _ = system.Serialization;
        _ = CoordinatedShutdown.Get(system);
        system.Dispatchers.Lookup("akka.actor.default-blocking-io-dispatcher");
        _ = new TestKitSettings(config.WithFallback(ConfigurationFactory.Default()));
        system.Dispatchers.Lookup("akka.test.calling-thread-dispatcher");
        system.Dispatchers.Lookup("akka.test.test-actor.dispatcher");
    }
}
