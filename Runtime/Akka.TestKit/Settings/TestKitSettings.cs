using Akka.Actor;
using Akka.Configuration;

namespace Akka.TestKit;

/// <summary>The settings below <c>akka.test</c>.</summary>
public class TestKitSettings : IExtension
{
    /// <summary>Reads the settings.</summary>
    /// <param name="config">The configuration of the actor system.</param>
    /// <exception cref="ConfigurationException">A value is of the wrong kind, or the time factor is not above zero.</exception>
    public TestKitSettings(Config config)
    {
        ArgumentNullException.ThrowIfNull(config);
        DefaultTimeout = config.GetTimeSpan("akka.test.default-timeout", TimeSpan.FromSeconds(5), allowInfinite: false);
        SingleExpectDefault =
            config.GetTimeSpan("akka.test.single-expect-default", TimeSpan.FromSeconds(3), allowInfinite: false);
        TestEventFilterLeeway =
            config.GetTimeSpan("akka.test.filter-leeway", TimeSpan.FromSeconds(3), allowInfinite: false);
        TestTimeFactor = config.GetDouble("akka.test.timefactor", 1.0);
        LogTestKitCalls = config.GetBoolean("akka.test.testkit.debug", false);
        if (!(TestTimeFactor > 0) || double.IsInfinity(TestTimeFactor))
            throw new ConfigurationException($"Configuration value 'akka.test.timefactor': {TestTimeFactor} is not above zero.");
    }

    /// <summary>How long the kit waits for what a test asks of it outside expectations: actors it starts, shutdown.</summary>
    public TimeSpan DefaultTimeout { get; }

    /// <summary>How long an expectation outside <c>Within</c> waits when the test names no time.</summary>
    public TimeSpan SingleExpectDefault { get; }

    /// <summary>How long an event filter waits after its action for the events that are still missing.</summary>
    public TimeSpan TestEventFilterLeeway { get; }

    /// <summary>The factor by which <c>Dilated</c> stretches times; above zero.</summary>
    public double TestTimeFactor { get; }

    /// <summary>Whether the kit logs what it receives, at debug level.</summary>
    public bool LogTestKitCalls { get; }
}
