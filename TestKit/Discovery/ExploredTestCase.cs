using System.ComponentModel;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Sim.Testing.Discovery;

/// <summary>The test case of an explored method.</summary>
public sealed class ExploredTestCase : XunitTestCase
{
    /// <summary>For xunit, which makes it anew from what it has kept of it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("Called by the de-serializer of xunit.")]
    public ExploredTestCase()
    {
    }

    internal ExploredTestCase(
        IMessageSink messages, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod testMethod)
        : base(messages, display, options, testMethod)
    {
    }

    /// <inheritdoc/>
    public override Task<RunSummary> RunAsync(
        IMessageSink diagnosticMessageSink,
        IMessageBus messageBus,
        object[] constructorArguments,
        ExceptionAggregator aggregator,
        CancellationTokenSource cancellationTokenSource) =>
        new ExploredTestCaseRunner(this, constructorArguments, messageBus, aggregator, cancellationTokenSource).RunAsync();
}
