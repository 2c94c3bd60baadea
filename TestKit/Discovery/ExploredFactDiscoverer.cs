using Xunit.Abstractions;
using Xunit.Sdk;

namespace Sim.Testing.Discovery;

/// <summary>Makes the test case of an explored method; xunit finds it by the attribute.</summary>
/// <param name="messages">Where xunit takes its diagnostics.</param>
public sealed class ExploredFactDiscoverer(IMessageSink messages) : IXunitTestCaseDiscoverer
{
    /// <inheritdoc/>
    public IEnumerable<IXunitTestCase> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute)
    {
        ArgumentNullException.ThrowIfNull(testMethod);
        var display = discoveryOptions.MethodDisplayOrDefault();
        var options = discoveryOptions.MethodDisplayOptionsOrDefault();
        var parameters = testMethod.Method.GetParameters().ToList();
        var isExplored = parameters is [var only] && only.ParameterType.Name == typeof(World).FullName
            && testMethod.Method.ReturnType.Name == typeof(void).FullName && !testMethod.Method.IsStatic;
        return
        [
            isExplored
                ? new ExploredTestCase(messages, display, options, testMethod)
                : new ExecutionErrorTestCase(
                    messages, display, options, testMethod,
                    $"An explored test is an instance method that takes one {nameof(World)} and returns nothing; what waits is the script of a client."),
        ];
    }
}
