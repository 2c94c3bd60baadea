using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Event;
using Xunit.Abstractions;

namespace Akka.TestKit.Xunit2;

/// <summary>
/// The base of test classes of xunit 2 that test actors. Each test gets an actor system of its own, unless it brings one;
/// the system is shut down after the test.
/// </summary>
public class TestKit : TestKitBase, IDisposable
{
    /// <summary>Where log events are written; null for nowhere.</summary>
    protected readonly ITestOutputHelper? Output;

    private bool _isDisposed;

    /// <summary>Creates a kit.</summary>
    /// <param name="system">The system; when null one is created. It is shut down after the test all the same.</param>
    /// <param name="output">Where log events are written; null for nowhere.</param>
    public TestKit(ActorSystem? system = null, ITestOutputHelper? output = null)
        : base(Assertions, system)
    {
        Output = output;
        InitializeLogger(Sys);
    }

    /// <summary>Creates a kit with a system of its own.</summary>
    /// <param name="config">The setup of the system; its configuration is put above <see cref="DefaultConfig"/>.</param>
    /// <param name="actorSystemName">The name of the system; when null it is <c>test</c>.</param>
    /// <param name="output">Where log events are written; null for nowhere.</param>
    public TestKit(ActorSystemSetup config, string? actorSystemName = null, ITestOutputHelper? output = null)
        : base(Assertions, config, actorSystemName)
    {
        Output = output;
        InitializeLogger(Sys);
    }

    /// <summary>Creates a kit with a system of its own.</summary>
    /// <param name="config">The configuration of the system, above <see cref="DefaultConfig"/>.</param>
    /// <param name="actorSystemName">The name of the system; when null it is <c>test</c>.</param>
    /// <param name="output">Where log events are written; null for nowhere.</param>
    public TestKit(Config config, string? actorSystemName = null, ITestOutputHelper? output = null)
        : base(Assertions, config, actorSystemName)
    {
        Output = output;
        InitializeLogger(Sys);
    }

    /// <summary>Creates a kit with a system of its own.</summary>
    /// <param name="config">The configuration of the system in HOCON, above <see cref="DefaultConfig"/>.</param>
    /// <param name="output">Where log events are written; null for nowhere.</param>
    public TestKit(string config, ITestOutputHelper? output = null)
        : base(Assertions, ConfigurationFactory.ParseString(config))
    {
        Output = output;
        InitializeLogger(Sys);
    }

    /// <summary>The configuration of a kit's own system, where the test says nothing else.</summary>
    public static new Config DefaultConfig => TestKitBase.DefaultConfig;

    /// <summary>A configuration that logs at debug level what actors receive and do.</summary>
    public static new Config FullDebugConfig => TestKitBase.FullDebugConfig;

    /// <summary>How the kit fails a test.</summary>
    protected static XunitAssertions Assertions { get; } = new();

    /// <summary>Shuts the system down.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Called when the test is over, before the system is shut down.</summary>
    protected virtual void AfterAll()
    {
    }

    /// <summary>Lets a system log to the output of the test, if there is one.</summary>
    /// <param name="system">The system.</param>
    protected void InitializeLogger(ActorSystem system) => InitializeLogger(system, "", "log-test");

    /// <summary>Lets a system log to the output of the test, if there is one.</summary>
    /// <param name="system">The system.</param>
    /// <param name="prefix">Put before each line, to tell systems apart.</param>
    protected void InitializeLogger(ActorSystem system, string prefix) =>
        InitializeLogger(system, prefix + ":", null);

    /// <summary>Ends the kit.</summary>
    /// <param name="disposing">True, unless a finalizer calls.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (_isDisposed || !disposing) return;
        _isDisposed = true;
        try
        {
            AfterAll();
        }
        finally
        {
            RemoveImplicitSender();
            Shutdown();
        }
    }

    private void InitializeLogger(ActorSystem system, string prefix, string? name)
    {
        if (Output is not { } output) return;
        var logger = ((ExtendedActorSystem)system).SystemActorOf(
            Props.Create(() => new TestOutputLogger(output, prefix)), name);
        logger.Tell(new InitializeLogger(system.EventStream), ActorRefs.NoSender);
    }
}
