using Sim.Testing;
using Sim.Testing.Discovery;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Sim.Tests.Testing;

public sealed class ExploredFactTests : IDisposable
{
    private static int _made;
    private static int _disposed;
    private int _calls;

    public ExploredFactTests() => Interlocked.Increment(ref _made);

    public void Dispose() => Interlocked.Increment(ref _disposed);

    [ExploredFact(Schedules = 25)]
    public void Each_schedule_has_an_instance_of_its_own(World world)
    {
        Assert.Equal(1, ++_calls);
        Assert.True(_made - _disposed <= 3, $"{_made} made, {_disposed} disposed");
        world.Probe("probe");
    }

    [ExploredFact(Strategy = "exhaustive", Configuration = "my.key = 7")]
    public void Attribute_says_how_it_is_explored(World world) =>
        Assert.Equal(7, world.System.Settings.Config.GetInt("my.key"));

    [Fact]
    public async Task Failure_is_reported_as_that_of_the_method()
    {
        var failed = Assert.Single(await Run(nameof(Targets.Fails)));

        Assert.Equal(typeof(ExplorationException).FullName, Assert.Single(failed.ExceptionTypes));
        Assert.StartsWith("never: does not hold", Assert.Single(failed.Messages), StringComparison.Ordinal);
        Assert.Contains("--filter FullyQualifiedName~Targets.Fails", failed.Messages[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(Targets.TakesNothing))]
    [InlineData(nameof(Targets.TakesTwo))]
    [InlineData(nameof(Targets.Waits))]
    public async Task Method_of_another_form_fails_and_says_which_it_should_have(string method)
    {
        var failed = Assert.Single(await Run(method));

        Assert.Contains("takes one World and returns nothing", Assert.Single(failed.Messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_strategy_fails_the_test() =>
        Assert.Contains("'luck'", Assert.Single((await Run(nameof(Targets.HopesForLuck))).Single().Messages), StringComparison.Ordinal);

    [Fact]
    public async Task Test_that_is_skipped_does_not_run() => Assert.Empty(await Run(nameof(Targets.IsSkipped)));

    private static async Task<IReadOnlyList<ITestFailed>> Run(string method)
    {
        var assembly = new TestAssembly(Reflector.Wrap(typeof(Targets).Assembly));
        var collection = new TestCollection(assembly, null, "targets");
        var testMethod = new TestMethod(
            new TestClass(collection, Reflector.Wrap(typeof(Targets))), Reflector.Wrap(typeof(Targets).GetMethod(method)));
        var attribute = testMethod.Method.GetCustomAttributes(typeof(ExploredFactAttribute)).Single();
        var diagnostics = new Xunit.Sdk.NullMessageSink();
        using var bus = new Heard();
        foreach (var testCase in new ExploredFactDiscoverer(diagnostics).Discover(new Defaults(), testMethod, attribute))
            await testCase.RunAsync(diagnostics, bus, [], new ExceptionAggregator(), new CancellationTokenSource());
        return bus.Failed;
    }

    private sealed class Defaults : ITestFrameworkDiscoveryOptions
    {
        public TValue GetValue<TValue>(string name) => default!;

        public void SetValue<TValue>(string name, TValue value) => throw new NotSupportedException(name);
    }

    private sealed class Heard : IMessageBus
    {
        public List<ITestFailed> Failed { get; } = [];

        public bool QueueMessage(IMessageSinkMessage message)
        {
            if (message is ITestFailed failed)
                Failed.Add(failed);
            return true;
        }

        public void Dispose()
        {
        }
    }

    // Run by the tests above only, which look at what becomes of each: so the class is not public, and the forms are wrong on purpose.
#pragma warning disable xUnit1000, xUnit1001, xUnit1003
    private sealed class Targets
    {
        [ExploredFact]
        public void Fails(World world) => world.Eventually("never", () => false);

        [ExploredFact]
        public void TakesNothing()
        {
        }

        [ExploredFact]
        public void TakesTwo(World world, int number) => world.Probe($"{number}");

        [ExploredFact]
        public Task Waits(World world) => Task.FromResult(world);

        [ExploredFact(Strategy = "luck")]
        public void HopesForLuck(World world) => world.Probe("probe");

        [ExploredFact(Skip = "not today")]
        public void IsSkipped(World world) => throw new InvalidOperationException($"{world}");
    }
#pragma warning restore xUnit1000, xUnit1001, xUnit1003
}
