using System.Diagnostics;
using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Event;

namespace Akka.TestKit;

/// <summary>
/// Tests actors from outside: it owns a test actor that queues what it receives, and expectations that look at the queue.
/// Every expectation blocks until it is met or its time is over; the methods that end in Async wait without blocking. A
/// time that a test names is stretched by the time factor, see <see cref="Dilated"/>.
/// </summary>
public abstract partial class TestKitBase : IActorRefFactory
{
    private readonly ITestKitAssertions _assertions;
    private readonly TestActorMind _mind = new();
    private MessageEnvelope _last = NullMessageEnvelope.Instance;
    private TimeSpan? _end;
    private bool _lastWasNoMessage;
    private ActorSystem? _system;
    private IActorRef? _testActor;
    private TestKitSettings? _settings;

    /// <summary>Creates a kit on an actor system.</summary>
    /// <param name="assertions">How to fail a test.</param>
    /// <param name="system">The system; when null the kit creates one with the default configuration.</param>
    /// <param name="testActorName">The name of the test actor; when null the kit makes one up.</param>
    protected TestKitBase(ITestKitAssertions assertions, ActorSystem? system = null, string? testActorName = null)
        : this(assertions, system, ActorSystemSetup.Empty, null, testActorName)
    {
    }

    /// <summary>Creates a kit with an actor system of its own.</summary>
    /// <param name="assertions">How to fail a test.</param>
    /// <param name="config">The configuration of the system, above <see cref="DefaultConfig"/>.</param>
    /// <param name="actorSystemName">The name of the system; when null it is <c>test</c>.</param>
    /// <param name="testActorName">The name of the test actor; when null the kit makes one up.</param>
    protected TestKitBase(
        ITestKitAssertions assertions, Config config, string? actorSystemName = null, string? testActorName = null)
        : this(assertions, null, Bootstrap(config), actorSystemName, testActorName)
    {
    }

    /// <summary>Creates a kit with an actor system of its own.</summary>
    /// <param name="assertions">How to fail a test.</param>
    /// <param name="setup">The setup of the system; its configuration is put above <see cref="DefaultConfig"/>.</param>
    /// <param name="actorSystemName">The name of the system; when null it is <c>test</c>.</param>
    /// <param name="testActorName">The name of the test actor; when null the kit makes one up.</param>
    protected TestKitBase(
        ITestKitAssertions assertions, ActorSystemSetup setup, string? actorSystemName = null, string? testActorName = null)
        : this(assertions, null, setup, actorSystemName, testActorName)
    {
    }

    /// <summary>Creates a kit.</summary>
    /// <param name="assertions">How to fail a test.</param>
    /// <param name="system">The system; when null the kit creates one.</param>
    /// <param name="config">The setup of the system that the kit creates.</param>
    /// <param name="actorSystemName">The name of the system that the kit creates; when null it is <c>test</c>.</param>
    /// <param name="testActorName">The name of the test actor; when null the kit makes one up.</param>
    protected TestKitBase(
        ITestKitAssertions assertions, ActorSystem? system, ActorSystemSetup config, string? actorSystemName,
        string? testActorName)
    {
        ArgumentNullException.ThrowIfNull(assertions);
        _assertions = assertions;
        InitializeTest(system!, config, actorSystemName!, testActorName!);
    }

    /// <summary>The configuration of a kit's own system, where the test says nothing else.</summary>
    public static Config DefaultConfig { get; } = ConfigurationFactory.ParseString(
        """
        akka.loggers = ["Akka.TestKit.TestEventListener, Akka.TestKit"]
        """);

    /// <summary>A configuration that logs at debug level what actors receive and do.</summary>
    public static Config FullDebugConfig { get; } = ConfigurationFactory.ParseString(
        """
        akka.loglevel = DEBUG
        akka.log-dead-letters = on
        akka.actor.debug {
          receive = on
          autoreceive = on
          lifecycle = on
          event-stream = on
          unhandled = on
          fsm = on
          router-misconfiguration = on
        }
        """);

    /// <summary>A clock for measuring: the time since some fixed moment, which never goes back.</summary>
    public static TimeSpan Now => Stopwatch.GetElapsedTime(0);

    /// <summary>The actor system under test.</summary>
    public ActorSystem Sys => _system ?? throw NotInitialized();

    /// <summary>The settings of the kit.</summary>
    public TestKitSettings TestKitSettings => _settings ?? throw NotInitialized();

    /// <summary>The test actor: what is sent to it can be expected.</summary>
    public IActorRef TestActor => _testActor ?? throw NotInitialized();

    /// <summary>Who sent the last message that was received.</summary>
    /// <exception cref="IllegalActorStateException">No message has been received yet.</exception>
    public IActorRef LastSender => _last.Sender;

    /// <summary>The last message that was received.</summary>
    /// <exception cref="IllegalActorStateException">No message has been received yet.</exception>
    public object LastMessage => _last.Message;

    /// <summary>Whether messages wait in the queue.</summary>
    public bool HasMessages => _mind.Queue.Count > 0;

    /// <summary>Logs into the system under test.</summary>
    public ILoggingAdapter Log => field ??= Logging.GetLogger(Sys, this);

    /// <summary>Makes filters of the log events of the system under test.</summary>
    public EventFilterFactory EventFilter => new(this);

    internal ITestKitAssertions AssertionsOfKit => _assertions;

    /// <summary>Makes filters of the log events of another system.</summary>
    /// <param name="system">The system; its loggers have to include <see cref="TestEventListener"/>.</param>
    /// <returns>The factory.</returns>
    public EventFilterFactory CreateEventFilter(ActorSystem system) => new(this, system);

    /// <summary>Drops messages before they reach the queue. Replaces what was ignored before.</summary>
    /// <param name="shouldIgnoreMessage">Whether to drop a message.</param>
    public void IgnoreMessages(Func<object, bool> shouldIgnoreMessage)
    {
        ArgumentNullException.ThrowIfNull(shouldIgnoreMessage);
        _mind.Ignore(message => shouldIgnoreMessage(message));
    }

    /// <summary>Drops messages of a type before they reach the queue. Replaces what was ignored before.</summary>
    /// <typeparam name="TMsg">The type.</typeparam>
    /// <param name="shouldIgnoreMessage">Whether to drop a message of that type.</param>
    public void IgnoreMessages<TMsg>(Func<TMsg, bool> shouldIgnoreMessage)
    {
        ArgumentNullException.ThrowIfNull(shouldIgnoreMessage);
        _mind.Ignore(message => message is TMsg typed && shouldIgnoreMessage(typed));
    }

    /// <summary>Drops all messages of a type before they reach the queue. Replaces what was ignored before.</summary>
    /// <typeparam name="TMsg">The type.</typeparam>
    public void IgnoreMessages<TMsg>() => _mind.Ignore(static message => message is TMsg);

    /// <summary>Stops dropping messages.</summary>
    public void IgnoreNoMessages() => _mind.Ignore(null);

    /// <summary>Lets a pilot react to messages as they arrive, before they are queued. Replaces the pilot before it.</summary>
    /// <param name="pilot">The pilot; <see cref="AutoPilot.NoAutoPilot"/> for none.</param>
    /// <exception cref="ArgumentException">The pilot is <see cref="AutoPilot.KeepRunning"/>.</exception>
    public void SetAutoPilot(AutoPilot pilot) => _mind.Fly(pilot);

    /// <summary>Stretches a time by the factor <c>akka.test.timefactor</c>.</summary>
    /// <param name="duration">The time.</param>
    /// <returns>The time that the kit waits instead.</returns>
    public TimeSpan Dilated(TimeSpan duration) =>
        duration == Timeout.InfiniteTimeSpan ? duration : duration * TestKitSettings.TestTimeFactor;

    /// <summary>Shuts the system under test down.</summary>
    /// <param name="duration">How long to wait; when null five seconds, stretched, or what is left of <c>Within</c>.</param>
    /// <param name="verifySystemShutdown">Whether to throw when the time is over; otherwise it is logged.</param>
    /// <exception cref="TimeoutException">The time is over.</exception>
    public virtual void Shutdown(TimeSpan? duration = null, bool verifySystemShutdown = false)
    {
        if (_system is not null) Shutdown(_system, duration, verifySystemShutdown);
    }

    /// <summary>Shuts a system down.</summary>
    /// <param name="system">The system.</param>
    /// <param name="duration">How long to wait; when null five seconds, stretched, or what is left of <c>Within</c>.</param>
    /// <param name="verifySystemShutdown">Whether to throw when the time is over; otherwise it is logged.</param>
    /// <exception cref="TimeoutException">The time is over.</exception>
    protected virtual void Shutdown(ActorSystem system, TimeSpan? duration = null, bool verifySystemShutdown = false)
    {
        ArgumentNullException.ThrowIfNull(system);
        var limit = duration is { } given ? Dilated(given) : RemainingOr(Dilated(TestKitSettings.DefaultTimeout));
        var terminated = system.Terminate();
        if (terminated.Wait(limit)) return;
        var problem = $"Failed to stop [{system.Name}] within {ExpectationReport.Describe(limit)}.";
        if (verifySystemShutdown) throw new TimeoutException(problem);
        Log.Warning("{0}", problem);
    }

    /// <summary>Creates a further test actor, whose messages go to the queue of this kit.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The actor.</returns>
    public IActorRef CreateTestActor(string name)
    {
        var mind = _mind;
        var props = Props.Create(() => new InternalTestActor(mind)).WithDispatcher(TestActorDispatcher);
        return ((ExtendedActorSystem)Sys).SystemActorOf(props, name);
    }

    /// <summary>Creates a probe on the system under test.</summary>
    /// <param name="name">The name of its test actor; when null the kit makes one up.</param>
    /// <returns>The probe.</returns>
    public virtual TestProbe CreateTestProbe(string? name = null) => CreateTestProbe(Sys, name);

    /// <summary>Creates a probe.</summary>
    /// <param name="system">Its system.</param>
    /// <param name="name">The name of its test actor; when null the kit makes one up.</param>
    /// <returns>The probe.</returns>
    public virtual TestProbe CreateTestProbe(ActorSystem system, string? name = null) => new(system, _assertions, name);

    /// <summary>Creates a latch whose waits are stretched by the time factor.</summary>
    /// <param name="count">How often it is counted down until it opens; not negative.</param>
    /// <returns>The latch.</returns>
    public virtual TestLatch CreateTestLatch(int count = 1) => TestLatch.Dilated(Dilated, count);

    /// <summary>Creates a barrier.</summary>
    /// <param name="count">How many threads meet at it; above zero.</param>
    /// <returns>The barrier.</returns>
    public TestBarrier CreateTestBarrier(int count) => new(this, count);

    /// <summary>Prepares the kit; called once, by the constructor.</summary>
    /// <param name="system">The system; when null one is created.</param>
    /// <param name="config">The configuration of the system that is created, above <see cref="DefaultConfig"/>.</param>
    /// <param name="actorSystemName">The name of the system that is created; when null it is <c>test</c>.</param>
    /// <param name="testActorName">The name of the test actor; when null one is made up.</param>
    protected void InitializeTest(ActorSystem system, Config config, string actorSystemName, string testActorName) =>
        InitializeTest(system, Bootstrap(config), actorSystemName, testActorName);

    /// <summary>Prepares the kit; called once, by the constructor.</summary>
    /// <param name="system">The system; when null one is created.</param>
    /// <param name="config">The setup of the system that is created.</param>
    /// <param name="actorSystemName">The name of the system that is created; when null it is <c>test</c>.</param>
    /// <param name="testActorName">The name of the test actor; when null one is made up.</param>
    protected virtual void InitializeTest(
        ActorSystem system, ActorSystemSetup config, string actorSystemName, string testActorName)
    {
        _system = system ?? ActorSystem.Create(actorSystemName ?? "test", WithDefaults(config ?? ActorSystemSetup.Empty));
        _settings = TestKitExtension.For(_system);
        _testActor = CreateTestActor(testActorName ?? TestActorNames.Next(_system));
        if (this is not INoImplicitSender) ImplicitSender.Install(_testActor);
    }

    /// <summary>Stops sending as the test actor on this thread.</summary>
    protected void RemoveImplicitSender()
    {
        if (_testActor is not null) ImplicitSender.Remove(_testActor);
    }

    private static ActorSystemSetup Bootstrap(Config? config) =>
        ActorSystemSetup.Create(BootstrapSetup.Create().WithConfig(config ?? Config.Empty));

    private static ActorSystemSetup WithDefaults(ActorSystemSetup setup) =>
        setup.WithSetup(setup.Get<BootstrapSetup>().GetOrElse(BootstrapSetup.Create()).WithConfigFallback(DefaultConfig));

    private static InvalidOperationException NotInitialized() =>
        new("The kit is not ready before InitializeTest has run; an override has to call the base first.");
}
